#!/usr/bin/env bash
# The step of the GitHub Action: runs the check once, and says what was found in every form that was asked for.
# Its inputs are the environment of action.yml.
set -u

arguments=(check --format github)
if [ -n "$MAX_WARNINGS" ]; then arguments+=("--max-warnings=$MAX_WARNINGS"); fi
if [ -n "$CONFIG" ]; then arguments+=("--config=$CONFIG"); fi
if [ "$UPLOAD" = true ] && [ -z "$SARIF" ]; then SARIF="${RUNNER_TEMP:-.}/coursewright.sarif"; fi
if [ -n "$SARIF" ]; then arguments+=("--report=sarif=$SARIF"); fi
if [ -n "$SUGGESTIONS" ]; then arguments+=("--report=github-suggestions=$SUGGESTIONS"); fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then arguments+=("--report=markdown=$GITHUB_STEP_SUMMARY"); fi

arguments+=(--)
while IFS= read -r path; do
  path="${path%$'\r'}"
  if [ -n "$path" ]; then arguments+=("$path"); fi
done <<<"$PATHS"

if [ -z "$COMMAND" ]; then
  version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$ACTION_FOLDER/package.json")
  COMMAND="npx --yes coursewright@$version"
fi
read -r -a command <<<"$COMMAND"
"${command[@]}" "${arguments[@]}"
status=$?

{
  echo "status=$status"
  if [ -n "$SARIF" ] && [ -f "$SARIF" ]; then echo "sarif=$(cd "$(dirname "$SARIF")" && pwd)/$(basename "$SARIF")" | tr -d '\r\n'; echo; fi
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
