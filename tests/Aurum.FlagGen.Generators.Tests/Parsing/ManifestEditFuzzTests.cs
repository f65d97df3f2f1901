using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Generators.Parsing;
using Aurum.FlagGen.Generators.Tests.Driver;

namespace Aurum.FlagGen.Generators.Tests.Parsing;

/// <summary>Whatever is typed, in whatever order: what is generated is what the text gives by itself, and most edits are read without the rest.</summary>
public sealed class ManifestEditFuzzTests
{
    private const int Edits = 600;
    private const string Characters = "{}[]\",:/*\\'\n\t ax1.-_e";

    private static readonly string[] Pieces =
    [
        "\"a.b\": {}", ", \"a.b\": { \"default_value\": true }", "\"type\": \"variant\", ", "// note\n", "/* note */", "\"accessor\": \"X\", ", "\"description\": \"text\", ", "}", "{", "\"", ",", "/*", "*/", "//",
        "\"evaluation\": \"compile_time\", \"emit\": \"const\", ", "\r\n", "\u2028", "\\u0041", "\"variants\": [\"x\", \"y\"], ", ", \"flags\": {}", "dashboard_widget", "null", "-1",
    ];

    /// <summary>One flag on each line, so that a line is what a person moves about.</summary>
    private static readonly string Lines = string.Join('\n',
    [
        "{", "  \"namespace\": \"Acme\",", "  \"flags\": {",
        .. Enumerable.Range(0, 40).Select(static i => (i % 8) switch
        {
            0 => $$"""    "area_{{i / 10}}.flag_{{i}}": { "type": "variant", "variants": ["old", "new"], "default_value": "old" },""",
            1 => $$"""    "area_{{i / 10}}": { "evaluation": "compile_time", "emit": "switch", "default_value": true },""",
            2 => $$"""    "flag_{{i}}": { "type": "object", "default_value": { "x": 1 }, "payload_schema": { "type": "object", "properties": { "x": { "type": "integer" } } } },""",
            3 => $$"""    "area_{{i / 10}}.deep.flag_{{i}}": { "ab_test": { "variants": { "a": 50, "b": 50 }, "control_variant": "a", "track_events": ["seen"] } },""",
            _ => $$"""    "area_{{i / 10}}.flag_{{i}}": { "description": "Flag {{i}}", "default_value": true }, // the next""",
        }),
        "  }", "}",
    ]);

    /// <summary>An edit of a few characters, a piece, a line or a name.</summary>
    private static string Edit(string text, Random random)
    {
        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(6), text.Length - at);
        string[] lines = text.Split('\n');
        int line = random.Next(lines.Length);
        return random.Next(9) switch
        {
            0 => text.Insert(at, Characters[random.Next(Characters.Length)].ToString()),
            1 => text.Remove(at, length),
            2 => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            3 => text.Insert(at, text.Substring(random.Next(at + 1), Math.Min(length, text.Length - at))),
            4 => string.Join('\n', lines.Where((_, index) => index != line)),
            5 => string.Join('\n', [.. lines.Take(line), lines[line], .. lines.Skip(line)]),
            6 => string.Join('\n', [.. lines.Take(line), lines[line].Replace("flag_", "flag_x" + random.Next(3), StringComparison.Ordinal), .. lines.Skip(line + 1)]),
            7 => string.Join('\n', [.. lines.Take(line), lines[line].Replace("\": {", random.Next(50) + "\": { ", StringComparison.Ordinal), .. lines.Skip(line)]),
            _ => string.Join('\n', [.. lines.Where((_, index) => index != line).Take(lines.Length - 3), lines[line], .. lines.Skip(lines.Length - 2)]),
        };
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Parse_AfterAnyEdits_IsAsIfReadFromScratch(int seed, bool everyFeature)
    {
        Random random = new(seed);
        string start = everyFeature ? TestManifests.Read("every-feature.flags.json").ReplaceLineEndings("\n") : Lines;
        ManifestMemory memory = new();
        ManifestReading last = ManifestReading.Read(start, TestContext.Current.CancellationToken);
        string text = start;
        string sound = start;
        int continued = 0;
        for (int i = 0; i < Edits; i++)
        {
            text = Edit(text, random);
            ManifestModel expected = ManifestReadingTests.Parse(text, new ManifestMemory());
            ManifestReadingTests.Parse(text, memory).ShouldBe(expected, $"Edit {i} of seed {seed} gave the text\n{text}");

            ManifestReading? edited = last.ReadEdited(text, TestContext.Current.CancellationToken);
            continued += edited is null ? 0 : 1;
            last = edited ?? ManifestReading.Read(text, TestContext.Current.CancellationToken);
            if (last.CanGoOn)
            {
                sound = i % 200 == 199 ? start : text;
            }
            else
            {
                // Nobody leaves a text broken for long, and nothing new is found in one.
                text = random.Next(3) == 0 ? text : sound;
            }
        }

        continued.ShouldBeGreaterThan(Edits / 20);
    }
}
