// One frame that is larger than the stack.
// all walls | token scan | forbidden | `stackalloc` (line 2) is not allowed: use new.
// language wall off | end of its process | crashed | Input small/a, or one soon after it, ended the process: stack overflow, most often from recursion without end.
{
    Span<byte> room = stackalloc byte[100_000_000];
    room.Fill(1);
    return room[^1];
}
