-- Run headless with a configuration of docs/editors/neovim.md as init: opens the lesson of $COURSE as a person does, and
-- writes what the server that it starts by itself said to $SAID as JSON.
-- Colours come from parsers that a system may keep apart; nothing is asked of them here.
if vim.treesitter then vim.treesitter.start = function() end end
local said = {}
local ok, problem = pcall(function()
  vim.cmd('filetype plugin on')
  vim.cmd('edit ' .. vim.env.COURSE .. '/lesson.md')
  local buffer = vim.api.nvim_get_current_buf()
  local function until_true(what, condition)
    assert(vim.wait(60000, condition, 50), 'waited in vain for ' .. what)
  end
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  until_true('the server', function() return #clients({ bufnr = buffer }) == 1 end)
  until_true('a diagnostic', function() return #vim.diagnostic.get(buffer) == 1 end)
  local mark = vim.diagnostic.get(buffer)[1]
  said.code = mark.code or mark.user_data.lsp.code
  said.root = clients({ bufnr = buffer })[1].config.root_dir
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = 2, character = 12 },
  }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/hover', params, 60000)
  for _, answer in pairs(answers or {}) do said.hover = answer.result.contents.value end
end)
if not ok then said.problem = tostring(problem) end
local file = assert(io.open(vim.env.SAID, 'w'))
file:write(vim.json and vim.json.encode(said) or vim.fn.json_encode(said))
file:close()
vim.cmd('qall!')
