using System.Text;
using FunSearch.Proposers.Answers;

namespace FunSearch.Tests.Proposers.Answers;

public sealed class AnswerReaderTests
{
    private const string Plain = "{\n    return item - room;\n}";

    private const string Header = "public static double Priority_v2(double item, double room, double capacity)";

    /// <summary>Answers by what is special about them, with the body that must come of each.</summary>
    public static TheoryData<string, string, string> Usable => new()
    {
        { "clean", $"{Header}\n{{\n    return item - room;\n}}", Plain },
        { "brace on the header's line, deeper", $"    {Header} {{\n        return item - room;\n    }}", Plain },
        { "one line", $"{Header} {{ return item - room; }}", Plain },
        { "fenced", $"```csharp\n{Header}\n{{\n    return item - room;\n}}\n```", Plain },
        { "fenced without a language", $"```\n{Header}\n{{\n    return item - room;\n}}\n```", Plain },
        { "fence never closed", $"```cs\n{Header}\n{{\n    return item - room;\n}}", Plain },
        { "tildes", $"~~~csharp\n{Header}\n{{\n    return item - room;\n}}\n~~~", Plain },
        { "explained before and after", $"Sure! Here's it:\n```csharp\n{Header}\n{{\n    return item - room;\n}}\n```\nIt's {{good}}.", Plain },
        { "explained without a fence", $"Sure, here's the method (improved):\n\n{Header}\n{{\n    return item - room;\n}}\n\nIt's best.", Plain },
        { "Windows line ends", $"{Header}\r\n{{\r\n    return item - room;\r\n}}\r\n", Plain },
        { "tabs", $"\t{Header}\n\t{{\n\t\treturn item - room;\n\t}}", Plain },
        { "thinking", $"<think>Priority_v2(a, b, c) {{ return 1; }}</think>\n{Header}\n{{\n    return item - room;\n}}", Plain },
        { "thinking whose start the server has swallowed", $"Let me see {{\n</think>\n{Header}\n{{\n    return item - room;\n}}", Plain },
        { "fence in a longer fence", $"````markdown\nThe method:\n```csharp\n{Header}\n{{\n    return item - room;\n}}\n```\n````", Plain },
        { "fence in an equal fence", $"```markdown\nThe method:\n```csharp\n{Header}\n{{\n    return item - room;\n}}\n```\n```", Plain },
        { "two candidates: the first", $"{Header} {{ return item - room; }}\n{Header} {{ return 2; }}", Plain },
        { "the prompt repeated", $"{Header.Replace("v2", "v0")} {{ return 0; }}\n{Header.Replace("v2", "v1")} {{ return 1; }}\n{Header} {{ return item - room; }}", Plain },
        { "a truncated one, then a whole one in a fence", $"```\n{Header} {{ if (\n```\nAgain:\n```\n{Header} {{ return item - room; }}\n```", Plain },
        { "a whole class", $"using System;\n\npublic static class Packing\n{{\n    {Header}\n    {{\n        return item - room;\n    }}\n}}", Plain },
        { "attributes, modifiers and documentation", $"/// <summary>It's {{best</summary>\n[Evolve]\n{Header} {{ return item - room; }}", Plain },
        { "a helper before it", $"static double Half(double a) {{ return a / 2; }}\n{Header} {{ return Half(item); }}", "{\n    return Half(item);\n}" },
        { "the function's own name", $"{Header.Replace("_v2", "")} {{ return item - room; }}", Plain },
        { "a later version", $"{Header.Replace("_v2", "_v3")} {{ return item - room; }}", Plain },
        { "an earlier version", $"{Header.Replace("_v2", "_v1")} {{ return item - room; }}", Plain },
        { "two earlier versions: the later", $"{Header.Replace("_v2", "_v0")} {{ return 0; }}\n{Header.Replace("_v2", "_v1")} {{ return item - room; }}", Plain },
        { "another name", "double Score(double item, double room, double capacity) { return item - room; }", Plain },
        { "no type before the name", "Priority_v2(item, room, capacity) {\n    return item - room;\n}", Plain },
        { "lower case", "double priority_v2(double item, double room, double capacity) { return item - room; }", Plain },
        { "renamed parameters", "double Priority_v2(double size, double left, double capacity) { return size - left + bin.left; }", "{\n    return item - room + bin.left;\n}" },
        { "parameters in another order", "double Priority_v2(double room, double item, double capacity) { return item - room; }", Plain },
        { "a parameter with a default", $"double Priority_v2(double item, double room, double cap = 150) {{ return cap; }}", "{\n    return capacity;\n}" },
        { "an argument's name is no parameter", "double Priority_v2(double x, double room, double capacity) { return F(x: x); }", "{\n    return F(x: item);\n}" },
        { "expression-bodied", $"{Header} => item - room;", Plain },
        { "expression with braces", $"{Header}\n    => item switch {{ > 5 => 1, _ => room }};", "{\n    return item switch { > 5 => 1, _ => room };\n}" },
        { "body alone", "{\n    return item - room;\n}", Plain },
        { "body alone, fenced and announced", "The body:\n```csharp\n{ return item - room; }\n```", Plain },
        { "body alone behind a colon", "Here is the body: { return item - room; }", Plain },
        { "rest of the open body", "    return item - room;\n}\n\npublic static double Priority_v3(double item, double room, double capacity)\n{\n    return 3;", Plain },
        { "rest of the open body, closed by a fence", "    return item - room;\n}\n```\nThis is better.", Plain },
        { "rest of the open body, first line moved", "if (item > room)\n    {\n        return 1;\n    }\n\n    return 0;\n}", "{\n    if (item > room)\n    {\n        return 1;\n    }\n\n    return 0;\n}" },
        { "statements that end in a return", "double gap = room - item;\nreturn -gap;", "{\n    double gap = room - item;\n    return -gap;\n}" },
        { "a local function with as many parameters", $"    static double F(double a, double b, double c) {{ return a; }}\n    return F(1, 2, 3);\n}}", "{\n    static double F(double a, double b, double c) { return a; }\n    return F(1, 2, 3);\n}" },
        { "a stray brace behind", $"{Header.Replace("_v2", "")} {{ return item - room; }}\n}}\n}}", Plain },
        { "braces in strings and comments", $"{Header}\n{{\n    // }}\n    var s = \"}}\"; /* }} */\n    return s[0] == '}}' ? 1 : 0;\n}}", "{\n    // }\n    var s = \"}\"; /* } */\n    return s[0] == '}' ? 1 : 0;\n}" },
        { "calls itself", $"{Header} {{ return item > 9 ? 1 : Priority_v2(item + 1, room, capacity); }}", "{\n    return item > 9 ? 1 : Priority(item + 1, room, capacity);\n}" },
        { "inline code in the explanation", $"`Priority_v2(item, room, capacity)` is better than `Priority_v1`.\n\n```csharp\n{Header} {{ return item - room; }}\n```", Plain },
        { "C++ with the right shape", "#include <cmath>\ndouble Priority_v2(double item, double room, double capacity) {\n    return item - room;\n}", Plain },
        { "more than is read", $"{Header} {{ return item - room; }}\n{new string('x', 100_000)}", Plain },
    };

    /// <summary>Answers by what is special about them, with what must be said of each.</summary>
    public static TheoryData<string, string, string> Unusable => new()
    {
        { "empty", "", "The answer is empty." },
        { "blank", " \n\t ", "The answer is empty." },
        { "prose", "I would prefer fuller bins, and return the item's size.", "The answer holds no code." },
        { "thinking without end", "<think>First, let me consider { return 1; }", "The answer is thinking and nothing else." },
        { "truncated", $"{Header}\n{{\n    if (item > room)\n    {{\n        return", "The answer ends inside the method." },
        { "truncated behind a parent", $"{Header.Replace("v2", "v1")} {{ return 1; }}\n{Header} {{ return", "The answer ends inside the method." },
        { "truncated behind a helper", $"static double F(double a, double b, double c) {{ return a; }}\n{Header} {{ return", "The answer ends inside the method." },
        { "truncated expression", $"{Header} => item -", "The answer ends inside the method." },
        { "truncated body", "{\n    if (item > 3) { return 1; }\n    return", "The answer ends inside the method." },
        { "a call instead of code", "return Priority_v1(item, room, capacity);", "The method calls Priority_v1, which was only shown in the prompt." },
        { "calls a parent", $"{Header} {{ return Priority_v0(item, room, capacity) + 1; }}", "The method calls Priority_v0, which was only shown in the prompt." },
        { "other parameters", "double Priority_v2(double item, double room) { return item; }", "The method Priority_v2 has 2 parameters; Priority has 3." },
        { "renamed parameters in the way", "double Priority_v2(double size, double room, double capacity) { var item = size; return item; }", "The method calls its parameter 'size' instead of 'item', and has another 'item'." },
        { "Python", "```python\ndef priority_v2(item, room, capacity):\n    return item - room\n```", "The answer is Python, not C#." },
        { "Python with a dictionary", "def priority_v2(item, room):\n    return {1: 2}[item]", "The answer is Python, not C#." },
        { "repetition without end", string.Concat(Enumerable.Repeat("if (item > room) ", 9_000)), "The answer holds no code." },
        { "a struct around a field of the name", "public struct Priority_v2\n{\n    public double Priority_v2;\n}", "The answer holds neither a method Priority_v2 nor a body for it." },
        { "preprocessor lines", "#define PRIORITY_V2 1\n#include \"a.h\"\n#if X", "The answer holds no code." },
        { "JSON", "{ \"priority\": 1 }", "The answer holds neither a method Priority_v2 nor a body for it." },
        { "a method of another shape", "static void Main(string[] args) { return; }", "The answer holds neither a method Priority_v2 nor a body for it." },
        { "a declaration alone", $"{Header};", "The answer holds no code." },
    };

    [Theory]
    [MemberData(nameof(Usable))]
    public void The_first_usable_method_of_an_answer_becomes_the_body(string special, string answer, string body)
    {
        var reading = AnswerReader.Read(answer, BinPacking.Function, version: 2);

        Assert.True(reading.NoCode is null, $"{special}: {reading.NoCode}");
        Assert.Equal(body, reading.Body!.Text);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void An_answer_without_a_usable_method_says_why(string special, string answer, string reason)
    {
        var reading = AnswerReader.Read(answer, BinPacking.Function, version: 2);

        Assert.True(reading.Body is null, $"{special}: {reading.Body}");
        Assert.Equal(reason, reading.NoCode);
    }

    [Theory]
    [InlineData("#if (")]
    [InlineData("$\"{")]
    [InlineData("/// <a>\n")]
    [InlineData("Priority_v2(")]
    [InlineData("Priority_v2(a,b,c)=>")]
    [InlineData("Priority_v2(a,b,c){")]
    [InlineData("double F(a,b,c){return 1;}")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("return 1;")]
    [InlineData("```\n")]
    [InlineData("<think></think>")]
    [InlineData("\"\"\"")]
    [InlineData("/*")]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    public void Pathological_answers_are_read_to_a_body_or_a_reason(string repeated)
    {
        var answer = string.Concat(Enumerable.Repeat(repeated, AnswerReader.LongestAnswer / repeated.Length));

        var reading = AnswerReader.Read(answer, BinPacking.Function, version: 2);

        Assert.True(reading.Body is null != (reading.NoCode is null));
    }

    [Fact]
    public void Any_mixture_of_what_answers_are_made_of_is_read_to_a_body_or_a_reason()
    {
        string[] pieces = [Header, "{", "}", "(", ")", "return", "item", ";", "=>", "```", "\n", "\n```csharp\n", "\"", "'", "//", "/*", "*/", "#if", "$\"{", "else", ",", "<think>", "Priority_v1(", ":", " "];
        var random = new Random(1);

        for (var round = 0; round < 3_000; round++)
        {
            var answer = new StringBuilder().AppendJoin(' ', random.GetItems(pieces, random.Next(1, 40))).ToString();

            var reading = AnswerReader.Read(answer, BinPacking.Function, version: 2);

            Assert.True(reading.Body is null != (reading.NoCode is null), answer);
        }
    }
}
