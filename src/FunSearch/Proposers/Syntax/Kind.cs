namespace FunSearch.Proposers.Syntax;

/// <summary>What edits understand of a type. The numbers stand in the order of C#'s implicit conversions.</summary>
internal enum Kind
{
    /// <summary>Anything else: may be kept, moved and copied, but not opened.</summary>
    Opaque,

    Bool,

    /// <summary>A whole number narrower than <see cref="Int"/>: read like one, never written.</summary>
    Small,

    Int,
    Long,
    Float,
    Double,
}

internal static class Kinds
{
    extension(Kind kind)
    {
        public bool IsNumber => kind >= Kind.Small;

        /// <summary>A number without a fraction.</summary>
        public bool IsWhole => kind is Kind.Small or Kind.Int or Kind.Long;

        /// <summary>Can values of this kind be written?</summary>
        public bool IsWritable => kind is Kind.Bool or > Kind.Small;

        /// <summary>Is there an implicit conversion?</summary>
        public bool ConvertsTo(Kind target) => kind == target || (kind.IsNumber && target.IsNumber && kind < target);

        /// <summary>The kind of an arithmetic operation on both.</summary>
        public Kind With(Kind other) =>
            !kind.IsNumber || !other.IsNumber ? Kind.Opaque : (Kind)Math.Max((int)Kind.Int, Math.Max((int)kind, (int)other));
    }

    /// <summary>The type's text, of a kind that can be written.</summary>
    public static string Keyword(this Kind kind) => kind switch
    {
        Kind.Bool => "bool",
        Kind.Int => "int",
        Kind.Long => "long",
        Kind.Float => "float",
        Kind.Double => "double",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Values of this kind cannot be written."),
    };

    /// <summary>The kind that a type's text names.</summary>
    public static Kind Named(string type) => type switch
    {
        "bool" => Kind.Bool,
        "byte" or "sbyte" or "short" or "ushort" => Kind.Small,
        "int" => Kind.Int,
        "long" => Kind.Long,
        "float" => Kind.Float,
        "double" => Kind.Double,
        _ => Kind.Opaque,
    };
}
