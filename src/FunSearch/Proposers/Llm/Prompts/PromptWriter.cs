using System.Text;
using FunSearch.Prompts;
using FunSearch.Specifications;

namespace FunSearch.Proposers.Llm.Prompts;

/// <summary>Writes a prompt in the paper's form: what the problem is, some programs in ascending order of worth, and the header of the next.</summary>
internal sealed class PromptWriter(Specification specification)
{
    /// <summary>The problem's code, the parents as versions 0, 1, … of the function, and the header of the next one with its brace open.</summary>
    public string Write(Prompt prompt)
    {
        var text = new StringBuilder();
        if (specification.PromptContext.Length > 0)
        {
            text.Append(specification.PromptContext.TrimEnd()).Append("\n\n");
        }

        for (var version = 0; version < prompt.Parents.Count; version++)
        {
            var body = VersionedBody.Write(prompt.Parents[version].Body, specification.Function.Name, NameOf(version));
            text.Append(HeaderOf(version)).Append(body).Append("\n\n");
        }

        return text.Append(HeaderOf(prompt.Parents.Count)).Append("{\n").ToString();
    }

    private string NameOf(int version) => $"{specification.Function.Name}_v{version}";

    private string HeaderOf(int version)
    {
        var documentation = version == 0
            ? specification.Function.Documentation
            : $"/// <summary>Improved version of <see cref=\"{NameOf(version - 1)}\"/>.</summary>";
        var lines = documentation.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', [.. lines, specification.Function.HeaderAs(NameOf(version)), ""]);
    }
}
