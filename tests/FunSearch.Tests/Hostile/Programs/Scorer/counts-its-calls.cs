// A static field, so as to behave otherwise the second time.
// all walls | token scan | forbidden | `static` (line 5) stands outside the body: it must be one block, { … }, and nothing else.
{
    return ++calls;
}

static double calls;
