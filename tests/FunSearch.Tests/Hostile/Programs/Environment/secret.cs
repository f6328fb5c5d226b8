// It reads a key of its parent.
// all walls | token scan | forbidden | `throw` (line 2) is not allowed: return a value.
// language wall off | empty environment | crashed | Input small/a: Exception: no secret
{
    return Environment.GetEnvironmentVariable("VARIABLE") is { } secret ? secret.Length : throw new Exception("no secret");
}
