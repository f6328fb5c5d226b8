// A comment of XML, as deep as it is long.
// all walls | nothing | scored
{
    /// «<a> × 2500»
    return number;
}
