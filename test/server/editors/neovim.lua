-- Run headless: mends a diagram in an unsaved buffer by the server of $SERVER and writes what it saw to $SAID as JSON.
local said = {}
local function finish()
  local file = assert(io.open(vim.env.SAID, 'w'))
  file:write(vim.json.encode(said))
  file:close()
  vim.cmd('qall!')
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.env.COURSE .. '/lesson.md')
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_option(buffer, 'filetype', vim.env.FILETYPE or '')
  local client = assert(vim.lsp.start_client({
    name = 'coursewright',
    cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
    root_dir = vim.env.COURSE,
    workspace_folders = { { uri = vim.uri_from_fname(vim.env.COURSE), name = 'course' } },
  }))
  vim.lsp.buf_attach_client(buffer, client)
  local function until_true(what, condition)
    assert(vim.wait(60000, condition, 50), 'waited in vain for ' .. what)
  end
  local function ask(method, line, character, more)
    local params = vim.tbl_extend('force', {
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
      position = { line = line, character = character },
    }, more or {})
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 60000)
    local answer = assert(answers and answers[client], method)
    assert(not answer.err, method .. ': ' .. vim.inspect(answer.err))
    return answer.result
  end
  local function marks()
    return vim.tbl_map(function(one)
      return { line = one.lnum, character = one.col, code = one.code or one.user_data.lsp.code }
    end, vim.diagnostic.get(buffer))
  end

  until_true('a diagnostic', function() return #marks() == 1 end)
  said.first = marks()
  vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { 'One unsaved line.', 'Another about the gate.' })
  until_true('the diagnostic below', function() return #marks() == 1 and marks()[1].line == said.first[1].line + 2 end)
  said.moved = marks()

  said.hover = ask('textDocument/hover', 1, 19).contents.value
  local place = ask('textDocument/definition', 1, 19)[1]
  said.definition = place.uri or place.targetUri

  local at = { line = said.moved[1].line, character = said.moved[1].character }
  local actions = ask('textDocument/codeAction', 0, 0, {
    range = { start = at, ['end'] = at },
    context = { diagnostics = vim.empty_dict() and {} },
  })
  said.action = actions[1].title
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  said.mended = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  until_true('the mark to go', function() return #marks() == 0 end)

  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', 1, 19, { newName = 'Latch' }), 'utf-16')
  said.renamed = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local glossary = vim.fn.bufnr(vim.env.COURSE .. '/glossary.md')
  said.glossary = vim.api.nvim_buf_get_lines(glossary, 0, -1, false)
end)
if not ok then said.problem = tostring(problem) end
finish()
