using System.Text;

namespace FunSearch.Worker.Wire;

/// <summary>How large an answer may be: the parent reads nothing larger from a worker, which may be in a candidate's hands.</summary>
internal static class Bounds
{
    /// <summary>A failure's text, in bytes of UTF-8.</summary>
    public const int Text = 1_000;

    /// <summary>One solution as JSON, in bytes.</summary>
    public const int Solution = 1 << 20;

    /// <summary>A picture of one solution as SVG, in bytes of UTF-8.</summary>
    public const int Picture = 1 << 20;

    /// <summary>The solutions of all inputs together, in bytes: the parent holds them until they are judged.</summary>
    public const int Solutions = 1 << 26;

    /// <summary>A compiled candidate, in bytes.</summary>
    public const int Image = 1 << 20;

    /// <summary>Numbers that tell which literals were lifted, in bytes: more than a body can hold.</summary>
    public const int Literals = 1 << 16;

    /// <summary>The names of all inputs, in bytes.</summary>
    public const int Names = 1 << 24;

    private const int Overhead = 32;

    /// <summary>The most bytes that the content of an answer about so many inputs may have; negative for what no worker may send.</summary>
    public static long Of(MessageKind kind, int inputs) => kind switch
    {
        MessageKind.Image => Image + Overhead,
        MessageKind.Lifted => Image + Literals + Overhead,
        MessageKind.DoesNotCompile or MessageKind.Forbidden or MessageKind.Failure => Text + Overhead,
        MessageKind.SetupFailed or MessageKind.Refused => Text + Overhead,
        MessageKind.Ready => Names,
        MessageKind.Heartbeat => sizeof(int),
        MessageKind.Scores => 4_096 + (16L * inputs),
        MessageKind.Solution => Solution + Overhead,
        MessageKind.Judged => (1 << 20) + (8L * inputs),
        MessageKind.Drawn => Picture + Overhead,
        _ => -1,
    };

    /// <summary>The text without what a terminal obeys, cut to <see cref="Text"/> bytes at the end of a character.</summary>
    public static string Cut(string text)
    {
        text = string.Concat(text.Select(letter => char.IsControl(letter) && letter is not ('\n' or '\t') ? '\ufffd' : letter));
        if (Encoding.UTF8.GetByteCount(text) <= Text)
        {
            return text;
        }

        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > Text - "…"u8.Length)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length] + "…";
    }
}
