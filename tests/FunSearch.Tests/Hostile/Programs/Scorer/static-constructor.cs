// Code that runs before anybody calls it.
// all walls | token scan | forbidden | `static` (line 5) stands outside the body: it must be one block, { … }, and nothing else.
// language wall off | wall clock | timed out | Input small/a was still running after 2 s.
{
    return 0;
}

static Candidate()
{
    while (true)
    {
    }
}
