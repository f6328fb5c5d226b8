namespace FunSearch.App.Settings;

/// <summary>Who proposes, as <c>--proposer</c> says it.</summary>
internal abstract record ProposerChoice
{
    /// <summary>What can be chosen, for messages.</summary>
    public const string Form =
        "embedded, recorded:FILE, or the address of an OpenAI-compatible endpoint and a model, for example http://127.0.0.1:8080/v1#qwen";

    private const string RecordedPrefix = "recorded:";

    private ProposerChoice()
    {
    }

    /// <summary>Typed edits of syntax trees, without a model.</summary>
    public sealed record Embedded : ProposerChoice
    {
        public override string ToString() => "embedded";
    }

    /// <param name="File">Absolute path of the recorded answers.</param>
    public sealed record Recorded(string File) : ProposerChoice
    {
        public override string ToString() => RecordedPrefix + File;
    }

    /// <summary>A language model behind an OpenAI-compatible endpoint.</summary>
    /// <param name="Address"><c>URL#MODEL</c>; the model may be left out where the endpoint has only one.</param>
    public sealed record Chat(string Address) : ProposerChoice
    {
        public override string ToString() => Address;
    }

    /// <summary>Reads a choice; its <c>ToString</c> is read back from any folder.</summary>
    public static bool TryParse(string text, out ProposerChoice choice)
    {
        choice = new Embedded();
        if (text == "embedded")
        {
            return true;
        }

        if (text.StartsWith(RecordedPrefix, StringComparison.Ordinal) && text.Length > RecordedPrefix.Length)
        {
            choice = new Recorded(Path.GetFullPath(text[RecordedPrefix.Length..]));
            return true;
        }

        choice = new Chat(text);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
    }
}
