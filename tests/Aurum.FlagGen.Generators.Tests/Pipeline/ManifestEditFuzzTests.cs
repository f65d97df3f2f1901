using Aurum.FlagGen.Generators.Tests.Driver;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Generators.Tests.Pipeline;

/// <summary>Whatever is typed, in whatever order, gives what the text gives by itself.</summary>
public sealed class ManifestEditFuzzTests
{
    private const int Edits = 60;
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
    public void Run_AfterAnyEdits_GivesWhatAFreshDriverGives(int seed, bool everyFeature)
    {
        Random random = new(seed);
        string start = everyFeature ? TestManifests.Read("every-feature.flags.json").ReplaceLineEndings("\n") : Lines;
        GeneratorHarness harness = GeneratorHarness.For(start);
        string text = start;
        string sound = start;
        for (int i = 0; i < Edits; i++)
        {
            text = Edit(text, random);
            harness.ReplaceManifest(text);
            GeneratorHarness fresh = GeneratorHarness.For(text);

            Describe(harness).ShouldBe(Describe(fresh), $"Edit {i} of seed {seed} gave the text\n{text}");

            // Half of all edits break the JSON, after which nothing new is found: most texts follow one that is whole.
            bool isSound = !fresh.Diagnostics.Any(static one => one.Id == ManifestRules.Syntax.Id);
            sound = isSound ? text : sound;
            text = isSound || random.Next(3) == 0 ? text : sound;
            text = i % 20 == 19 ? start : text;
        }
    }

    private static string[] Describe(GeneratorHarness harness) =>
    [
        .. harness.Run().GeneratedSources.Select(static source => source.HintName + "\n" + source.SourceText),
        .. harness.Diagnostics.Select(static one => one.ToString()),
    ];
}
