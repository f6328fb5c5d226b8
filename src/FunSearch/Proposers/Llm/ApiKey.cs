using FunSearch.Search;

namespace FunSearch.Proposers.Llm;

/// <summary>The secret that a provider knows its customer by. It goes into requests and nowhere else: not even into the text of this object.</summary>
/// <param name="value">The secret.</param>
/// <param name="source">The variable or the file that it comes from, for people.</param>
internal sealed class ApiKey(string value, string source)
{
    /// <summary>A variable with this ending names a file that holds the key.</summary>
    private const string FileEnding = "_FILE";

    /// <summary>A shorter one is no secret: people write x or none for servers that ask for no key, and an answer may well hold that.</summary>
    private const int ShortestSecret = 12;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    public string Value => value;

    public string Source => source;

    /// <summary>The key in the first of these variables, or in the file that <c>…_FILE</c> names; null when there is none.</summary>
    /// <exception cref="ProposerException">The file cannot be read, is empty, or others than its owner can read it; or what is there can be no key.</exception>
    public static ApiKey? In(IEnumerable<string> variables) => variables.Select(In).FirstOrDefault(key => key is not null);

    /// <inheritdoc cref="In(IEnumerable{string})"/>
    public static ApiKey FromFile(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0)
            {
                throw new ProposerException($"The key file '{path}' can be read by others than its owner. Change that: chmod 600 '{path}'.");
            }

            return File.ReadAllText(path).Trim() is { Length: > 0 } key
                ? Checked(key, path)
                : throw new ProposerException($"The key file '{path}' is empty. Write the key into it.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProposerException($"The key file '{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>A model's words without the key, should it have got hold of it; a word that is too short for a secret stays.</summary>
    public string RemoveFrom(string answer) => value.Length < ShortestSecret ? answer : answer.Replace(value, "(key)", StringComparison.Ordinal);

    public override string ToString() => $"key of {source}";

    // A header takes no more than these.
    private static ApiKey Checked(string key, string source) => key.All(character => character is >= ' ' and <= '~')
        ? new ApiKey(key, source)
        : throw new ProposerException($"The key in {source} holds a line break or another character that no key has. Write the key alone there.");

    private static ApiKey? In(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } key ? Checked(key, variable)
        : Environment.GetEnvironmentVariable(variable + FileEnding) is { Length: > 0 } path ? FromFile(path)
        : null;
}
