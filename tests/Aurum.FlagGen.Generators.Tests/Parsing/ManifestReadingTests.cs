using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Generators.Parsing;

namespace Aurum.FlagGen.Generators.Tests.Parsing;

/// <summary>A text that is read from the text before it gives what it gives by itself.</summary>
public sealed class ManifestReadingTests
{
    private const string Manifest = """
        {
          "namespace": "Acme",
          "context": { "user.role": { "type": "string", "values": ["admin"] } },
          "flags": {
            "a": { "default_value": true },
            "shop.flow": { "type": "variant", "variants": ["old", "new"], "default_value": "old" },
            "shop.size": { "type": "integer", "default_value": 3 },
            "z": { "evaluation": "compile_time", "emit": "const", "default_value": true }
          }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ManifestReading? Edit(string old, string replacement)
    {
        string edited = Manifest.Replace(old, replacement, StringComparison.Ordinal);
        edited.ShouldNotBe(Manifest);
        return ManifestReading.Read(Manifest, Token).ReadEdited(edited, Token);
    }

    [Theory]
    [InlineData("3 }", "4 }", 2, 1)]
    [InlineData("\"shop.size\"", "\"shop.length\"", 2, 1)]
    [InlineData("\"a\"", "\"b\"", 0, 3)]
    [InlineData("\"a\":", "\"new\": {}, \"a\":", 0, 3)]
    [InlineData("true }\n  }", "true },\n \"new\": {}  }", 4, 0)]
    [InlineData("\"old\" },", "\"old\" }, // \"quoted\": {\n", 2, 2)]
    [InlineData("    \"shop.size\": { \"type\": \"integer\", \"default_value\": 3 },\n", "", 2, 0)]
    [InlineData("{ \"type\": \"integer\", \"default_value\": 3 }", "12", 2, 1)]
    public void ReadEdited_WhereFlagsAreEdited_KeepsTheOthers(string old, string replacement, int before, int after)
    {
        ManifestReading edited = Edit(old.ReplaceLineEndings("\n"), replacement).ShouldNotBeNull();

        (edited.KeptBefore, edited.KeptAfter).ShouldBe((before, after));
    }

    [Theory]
    [InlineData("\"Acme\"", "\"Acme.Shop\"", "an edit before the flags")]
    [InlineData("}\n  }\n}", "}\n  }, \"scope\": \"x\"\n}", "an edit after the flags")]
    [InlineData("\"flags\": {", "\"flags\": [", "the flags' own brace")]
    [InlineData("3 },", "3 }", "a missing comma")]
    [InlineData("3 },", "3 }, /*", "a comment without an end")]
    [InlineData("3 },\n    \"z\"", "3 }, // \"z\"", "a comment over the next key")]
    [InlineData("true }\n  }", "true } // }", "a comment over the last brace")]
    [InlineData("3 },", "3 } }, \"segments\": {", "a brace that ends the flags")]
    [InlineData("3 },", "3, \"x\": {", "a brace that does not end the flag")]
    [InlineData("\"shop.size\"", "\"a\"", "a key that another flag has")]
    [InlineData("\"shop.size\"", "shop.size", "a key without quotes")]
    [InlineData("\"integer\"", "\"integer", "a text without an end")]
    public void ReadEdited_WhereMoreThanFlagsMayChange_ReadsNothing(string old, string replacement, string what) =>
        Edit(old.ReplaceLineEndings("\n"), replacement).ShouldBeNull(what);

    [Fact]
    public void ReadEdited_OfANumberInPlaceOfAFlagThatGrows_ReadsNothing()
    {
        const string Faulty = """{ "flags": { "a": 1, "b": {} } }""";

        ManifestReading.Read(Faulty, Token).ReadEdited(Faulty.Replace("1", "12", StringComparison.Ordinal), Token).ShouldBeNull();
    }

    [Fact]
    public void ReadEdited_WithAsManyObjectsInsideOneAnotherAsAreAllowed_CountsThoseAround()
    {
        string deep = string.Concat(Enumerable.Repeat("{ \"x\": ", 61)) + "1" + new string('}', 61);
        string tooDeep = $"{{ \"x\": {deep} }}";
        ManifestReading before = ManifestReading.Read("""{ "flags": { "a": { "metadata": 1 } } }""", Token);

        before.ReadEdited($$"""{ "flags": { "a": { "metadata": {{deep}} } } }""", Token).ShouldNotBeNull();
        before.ReadEdited($$"""{ "flags": { "a": { "metadata": {{tooDeep}} } } }""", Token).ShouldBeNull();
    }

    [Fact]
    public void ReadEdited_OfAsManyFlagsAsAreAllowed_TakesNoMore()
    {
        string flags = string.Join(',', Enumerable.Range(0, 9_999).Select(static i => $"\"f{i}\": {{}}"));
        ManifestReading all = ManifestReading.Read($"{{ \"flags\": {{ {flags} }} }}", Token).ReadEdited($"{{ \"flags\": {{ {flags}, \"last\": {{}} }} }}", Token).ShouldNotBeNull();

        all.ReadEdited($"{{ \"flags\": {{ {flags}, \"last\": {{}}, \"more\": {{}} }} }}", Token).ShouldBeNull();
    }

    [Theory]
    [InlineData("\"shop.flow\"", "\"shop.Size\"", "two flags of one name")]
    [InlineData("\"a\"", "\"shop\"", "a group that is a flag")]
    [InlineData("\"a\": { ", "\"Z\": { \"accessor\": \"Other\", \"evaluation\": \"compile_time\", \"emit\": \"const\", ", "two flags of one symbol")]
    [InlineData("\"a\"", "\"features\"", "a flag with the name of the class")]
    [InlineData("\"a\": {", "\"shop_\": { \"accessor\": \"ShopFlow\", \"type\": \"variant\", \"variants\": [\"x\"], ", "two types of one name")]
    public void Parse_AfterAnEditThatMakesFlagsClash_AndBack_IsAsIfReadFromScratch(string old, string replacement, string what)
    {
        ManifestMemory memory = new();
        string clashing = Manifest.Replace(old, replacement, StringComparison.Ordinal);
        foreach (string text in (string[])[Manifest, clashing, Manifest])
        {
            Parse(text, memory).ShouldBe(Parse(text, new ManifestMemory()), what);
        }

        Edit(old, replacement).ShouldNotBeNull(what);
    }

    [Fact]
    public void Read_OfTwoTextsFromTheSameReading_GivesWhatEachGivesByItself()
    {
        // The flag that had no name in the first text has one in both that follow.
        ReadManifest last = ReadManifest.Read(Manifest.Replace("\"shop.flow\"", "\"shop.Size\"", StringComparison.Ordinal), null, Token);
        foreach (string text in (string[])[Manifest, Manifest.Replace("\"shop.flow\"", "\"shop.flows\"", StringComparison.Ordinal)])
        {
            ReadManifest read = ReadManifest.Read(text, last, Token);

            read.Flags.Count.ShouldBe(4);
            Describe(read).ShouldBe(Describe(ReadManifest.Read(text, null, Token)));
        }
    }

    [Fact]
    public void Parse_OfManyManifests_IsAsIfReadFromScratch()
    {
        ManifestMemory memory = new();
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 12; i++)
            {
                string text = Manifest.Replace("shop", $"shop{i}_{round}", StringComparison.Ordinal);
                Parse(text, memory, $"/project/{i}.flags.json").ShouldBe(Parse(text, new ManifestMemory(), $"/project/{i}.flags.json"));
            }
        }
    }

    private static string[] Describe(ReadManifest manifest) => [.. manifest.Flags.Select(static flag => $"{flag.Path} {flag.Definition} {flag.Documentation} {string.Join(',', flag.Variants)}")];

    internal static ManifestModel Parse(string text, ManifestMemory memory, string path = "/project/flags.json") =>
        ManifestParser.Parse(new ManifestSource(new ManifestFile(path, true, false, "Project", "Debug", ""), text), memory, Token);
}
