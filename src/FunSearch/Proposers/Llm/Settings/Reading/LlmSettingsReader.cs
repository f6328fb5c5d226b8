using System.Text;
using System.Text.Json;
using FunSearch.Proposers.Llm.Prompts;
using FunSearch.Search;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm.Settings.Reading;

/// <summary>Reads the configuration of language models, strictly: every mistake is told with its line and its mend, all of them at once.</summary>
internal sealed class LlmSettingsReader
{
    private readonly List<Mistake> _mistakes = [];
    private readonly string _file;

    private LlmSettingsReader(string file) => _file = file;

    /// <summary>Reads a file and the prompt files that it names, which are looked for in its own folder.</summary>
    /// <exception cref="ProposerException">It is not there, or wrong: a sentence a mistake.</exception>
    public static LlmSettings Read(string file) => new LlmSettingsReader(file).Read();

    private LlmSettings Read()
    {
        var text = ReadText(Path.GetFullPath(_file)) ?? throw new ProposerException($"There is no configuration file '{_file}'.");
        try
        {
            var json = LocatedJson.Parse(text);
            new ShapeCheck(Mistaken).Object(json, SettingsObject.Of(typeof(LlmSettings)), "the configuration");
            new ModelCheck(Mistaken).Models(json["models"]);
            var files = Files(json["prompts"]);
            ThrowIfMistaken();
            var settings = JsonSerializer.Deserialize<LlmSettings>(text, LlmSettings.Strict)!;
            return settings with
            {
                Models = [.. settings.Models.Select(model => model with { KeyFile = model.KeyFile is { } path ? Absolute(path) : null })],
                Prompts = settings.Prompts with
                {
                    Chat = files.GetValueOrDefault("chat"),
                    Completion = files.GetValueOrDefault("completion"),
                    Knowledge = files.GetValueOrDefault("knowledge"),
                },
            };
        }
        catch (JsonException exception)
        {
            Mistaken((int)(exception.LineNumber ?? 0) + 1, Sentence(exception.Message));
            ThrowIfMistaken();
            throw;
        }
    }

    /// <summary>The texts of the files that prompts are made of, by their keys.</summary>
    private Dictionary<string, string> Files(LocatedJson? prompts)
    {
        var files = new Dictionary<string, string>();
        foreach (var key in SettingsObject.Of(typeof(PromptSettings)).Keys.Where(key => key.Key.IsFile))
        {
            if (prompts?[key.Name] is not { Kind: JsonValueKind.String, Text.Length: > 0 } path)
            {
                continue;
            }

            if (TextAt(path) is { } text)
            {
                files[key.Name] = text;
                CheckTemplate(key, path, text);
            }
        }

        return files;
    }

    private void CheckTemplate(SettingsKey key, LocatedJson path, string text)
    {
        if (key.Name == "knowledge")
        {
            return;
        }

        try
        {
            PromptWriter.Template(path.Text, text);
        }
        catch (ProposerException exception)
        {
            Mistaken(path.Line, exception.Message);
        }
    }

    private string? TextAt(LocatedJson path)
    {
        try
        {
            var absolute = Absolute(path.Text);
            switch (ReadText(absolute))
            {
                case null:
                    Mistaken(path.Line, $"There is no file '{path.Text}'. It would be {absolute}: a path begins in the folder of the configuration.");
                    return null;
                case var text when string.IsNullOrWhiteSpace(text):
                    Mistaken(path.Line, $"The file '{path.Text}' is empty. Write the text into it, or leave the key out.");
                    return null;
                case var text:
                    return text;
            }
        }
        catch (ProposerException exception)
        {
            Mistaken(path.Line, exception.Message);
            return null;
        }
    }

    private string Absolute(string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(_file))!);

    private void Mistaken(int line, string sentence) => _mistakes.Add(new Mistake(_file, line, sentence));

    private void ThrowIfMistaken()
    {
        if (_mistakes.Count > 0)
        {
            throw new ProposerException(string.Join('\n', _mistakes.OrderBy(mistake => mistake.Line)));
        }
    }

    /// <summary>Null when there is no such file.</summary>
    private static string? ReadText(string path)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProposerException($"The file '{path}' cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new ProposerException($"The file '{path}' is no text in UTF-8. Save it as UTF-8.");
        }
    }

    // What the parser says is for programmers: of a comma it advises to change its options.
    private static string Sentence(string parser) =>
        parser.Contains("trailing comma", StringComparison.Ordinal) ? "A comma stands before a closing bracket. Take it out."
        : parser.StartsWith("'/'", StringComparison.Ordinal) ? "Here stands a comment, and JSON has none. Take it out."
        : parser.Contains("does not contain any JSON", StringComparison.Ordinal) ? "The file is empty. Write at least {}."
        : $"Here the file is no JSON: {parser.Split(" LineNumber:")[0].TrimEnd('.', ' ')}. Look at this line and the one above it.";
}
