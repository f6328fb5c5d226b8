// It calls by name what it cannot write.
// all walls | token scan | forbidden | `typeof` (line 2) is not allowed.
// language wall off | process wall | crashed | Input small/a: UnauthorizedAccessException: Access to the path '/etc/passwd' is denied.
{
    return ((string)Type.GetType("System.IO.File").GetMethod("ReadAllText", new[] { typeof(string) }).Invoke(null, new object[] { "/etc/passwd" })).Length;
}
