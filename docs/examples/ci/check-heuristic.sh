#!/usr/bin/env bash
# Fails a build when the heuristic in the repository is worse than what a short search finds.
#
#   check-heuristic.sh PROBLEM HEURISTIC.cs BETTER_BY
#
# BETTER_BY is how much better on train the search must be for the build to fail, in the unit of the score: below zero where a lower
# score is better. SAMPLES (default 2000), SEED (1), BETTER (the file for the better program, better.cs), FUNSEARCH (funsearch) and
# SEARCH_OPTIONS come from the environment.
#
# 0: nothing better was found. 1: something was, and it is in BETTER. 2: the check itself could not be made.
set -uo pipefail

if [ $# -ne 3 ]; then
  echo "Usage: check-heuristic.sh PROBLEM HEURISTIC.cs BETTER_BY" >&2
  exit 2
fi
problem=$1 heuristic=$2 better_by=$3
funsearch=${FUNSEARCH:-funsearch}
better=${BETTER:-better.cs}
samples=${SAMPLES:-2000}
store=$(mktemp -d)
trap 'rm -rf "$store"' EXIT

# The first two members of the answer are its outcome and its score.
answer=$($funsearch evaluate "$problem" --program "$heuristic" --json)
score=$(printf '%s\n' "$answer" | tail -n 1 | sed -n 's/^{"outcome":"scored","score":\([-+0-9.eE]*\),.*/\1/p')
if [ -z "$score" ]; then
  echo "$heuristic does not score on $problem:" >&2
  printf '%s\n' "$answer" >&2
  exit 2
fi
target=$(awk -v score="$score" -v by="$better_by" 'BEGIN { printf "%.17g", score + by }')
echo "$heuristic scores $score on $problem. Is $target within reach of $samples samples?"

# shellcheck disable=SC2086
$funsearch run "$problem" --from "$heuristic" --name check --samples "$samples" --seed "${SEED:-1}" --target "$target" ${SEARCH_OPTIONS:-} --store "$store/store.db"
case $? in
  0)
    $funsearch export check --output "$better" --force --store "$store/store.db" || exit 2
    echo "$heuristic is worse than what $samples samples find: see $better. Take it, or say why not." >&2
    exit 1
    ;;
  4)
    echo "$heuristic stands: $samples samples found nothing that reaches $target."
    ;;
  *)
    echo "The search could not be made." >&2
    exit 2
    ;;
esac
