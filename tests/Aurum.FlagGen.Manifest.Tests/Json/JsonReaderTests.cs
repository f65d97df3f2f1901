using Aurum.FlagGen.Manifest.Json;

namespace Aurum.FlagGen.Manifest.Tests.Json;

public sealed class JsonReaderTests
{
    [Fact]
    public void Read_SoundDocument_GivesTheTreeWithItsPlaces()
    {
        const string Text = """
            {
              // a comment
              "name": "va\u006Cue", "list": [1, -2.50e+3, true, false, null, [], {},], /* another */
            }
            """;

        JsonReadResult result = JsonReader.Read(Text);

        result.Faults.ShouldBeEmpty();
        JsonText.Minify(result.Root!).ShouldBe("""{"name":"value","list":[1,-2.50e+3,true,false,null,[],{}]}""");
        JsonMember name = result.Root!.Members[0];
        Text.Substring(name.NameRange.Start, name.NameRange.Length).ShouldBe("\"name\"");
        Text.Substring(name.Value.Range.Start, name.Value.Range.Length).ShouldBe("\"va\\u006Cue\"");
        result.Root.Range.ShouldBe(new TextRange(0, Text.Length));
    }

    [Theory]
    [InlineData("\uFEFF{}", "{}")]
    [InlineData(" \t\r\n[ ] // end", "[]")]
    [InlineData("/**/ 1 /***/", "1")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude00é\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t😀é\"")]
    [InlineData("1e999", "1e999")]
    [InlineData("-0.0000000000000000000000000000000000000001E-99999999999", "-0.0000000000000000000000000000000000000001E-99999999999")]
    [InlineData("[1,/*a*/]", "[1]")]
    [InlineData("{\"\":null,}", "{\"\":null}")]
    [InlineData("\"\u007F\"", "\"\u007F\"")]
    [InlineData("[true//c\n,false]", "[true,false]")]
    public void Read_WhatIsAllowed_HasNoFault(string text, string minified)
    {
        JsonReadResult result = JsonReader.Read(text);

        result.Faults.ShouldBeEmpty();
        JsonText.Minify(result.Root!).ShouldBe(minified);
    }

    // One fault each, at its place, and everything sound around it in the tree.
    [Theory]
    [InlineData("""{"a": ⟦1⟧ "b": 2}""", "A comma is missing after this.", """{"a":1,"b":2}""")]
    [InlineData("""["x⟦"⟧ "y"]""", "A comma is missing after this.", """["x","y"]""")]
    [InlineData("""[{}, {⟦}⟧ {}]""", "A comma is missing after this.", "[{},{},{}]")]
    [InlineData("""{⟦,⟧ "a": 1}""", "There is nothing before this comma; remove it.", """{"a":1}""")]
    [InlineData("""[1,⟦,⟧⟦,⟧⟦,⟧ 2]""", "There is nothing before this comma; remove it.", """[1,2]""")]
    [InlineData("""{⟦"a"⟧ 1, "b": 2}""", "A colon is missing after the name \"a\".", """{"b":2}""")]
    [InlineData("""{⟦"a"⟧ xyz, "b": 2}""", "A colon is missing after the name \"a\".", """{"b":2}""")]
    [InlineData("""{⟦"a"⟧ = 1, "b": 2}""", "A colon is missing after the name \"a\".", """{"b":2}""")]
    [InlineData("""{⟦"a"⟧, "b": 2}""", "A colon is missing after the name \"a\".", """{"b":2}""")]
    [InlineData("""{"b": 2, ⟦"a"⟧}""", "A colon is missing after the name \"a\".", """{"b":2}""")]
    [InlineData("""{⟦"a"⟧ "b": 2}""", "A colon is missing after the name \"a\".", """{"b":2}""")]
    [InlineData("""{"a"⟦:⟧ , "b": 2}""", "A value is missing after this colon.", """{"b":2}""")]
    [InlineData("""{"b": 2, "a"⟦:⟧ }""", "A value is missing after this colon.", """{"b":2}""")]
    [InlineData("""{"a":⟦:⟧: 1, "b": 2}""", "There is a colon too many.", """{"b":2}""")]
    [InlineData("""{⟦a_1⟧: 1, "b": 2}""", "a_1 is no member; a member is a name in double quotes, a colon and a value.", """{"b":2}""")]
    [InlineData("""{⟦'a'⟧: 1, "b": 2}""", "'a' is no member; a member is a name in double quotes, a colon and a value.", """{"b":2}""")]
    [InlineData("""{⟦:⟧ 1, "b": 2}""", ": is no member; a member is a name in double quotes, a colon and a value.", """{"b":2}""")]
    [InlineData("""{⟦{⟧"x": [1, {}]}, "b": 2}""", "{ is no member; a member is a name in double quotes, a colon and a value.", """{"b":2}""")]
    [InlineData("""{⟦what⟧ is this, "b": 2}""", "what is no member; a member is a name in double quotes, a colon and a value.", """{"b":2}""")]
    [InlineData("""{"a": ⟦'it⟧ is', "b": 2}""", "'it is no JSON value; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦'it\'s'⟧, "b": 2}""", "'it\\'s' is no JSON value; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦NaN⟧, "b": 2}""", "JSON has no NaN; a number is finite.", """{"b":2}""")]
    [InlineData("""{"a": ⟦-Infinity⟧, "b": 2}""", "JSON has no -Infinity; a number is finite.", """{"b":2}""")]
    [InlineData("""{"a": ⟦True⟧, "b": 2}""", "True is written in lower case in JSON.", """{"b":2}""")]
    [InlineData("""{"a": ⟦undefined⟧, "b": 2}""", "JSON has no undefined; write null.", """{"b":2}""")]
    [InlineData("""{"a": ⟦007⟧, "b": 2}""", "007 is no JSON number; leave out the leading zeros.", """{"b":2}""")]
    [InlineData("""{"a": ⟦-01.5⟧, "b": 2}""", "-01.5 is no JSON number; leave out the leading zeros.", """{"b":2}""")]
    [InlineData("""{"a": ⟦+1⟧, "b": 2}""", "+1 is no JSON number; leave out the plus sign.", """{"b":2}""")]
    [InlineData("""{"a": ⟦.5⟧, "b": 2}""", ".5 is no JSON number; it needs a digit on both sides of the decimal point.", """{"b":2}""")]
    [InlineData("""{"a": ⟦5.⟧, "b": 2}""", "5. is no JSON number; it needs a digit on both sides of the decimal point.", """{"b":2}""")]
    [InlineData("""{"a": ⟦1.e5⟧, "b": 2}""", "1.e5 is no JSON number; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦0x1F⟧, "b": 2}""", "0x1F is no JSON number; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦2027-01-01⟧, "b": 2}""", "2027-01-01 is no JSON number; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦hello⟧ wide world, "b": 2}""", "hello is no JSON value; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦hello⟧ "b": 2}""", "hello is no JSON value; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": ⟦(⟧[1, {"x": 2}]), "b": 2}""", "( is no JSON value; a text stands in double quotes.", """{"b":2}""")]
    [InlineData("""{"a": 12⟦:⟧30, "b": 2}""", ": is not expected here; after a value comes a comma or a closing bracket.", """{"a":12,"b":2}""")]
    [InlineData("""{"a": [1, "x"⟦:⟧ 2, 3], "b": 2}""", ": is not expected here; after a value comes a comma or a closing bracket.", """{"a":[1,"x",3],"b":2}""")]
    [InlineData("""{"a": [⟦:⟧ 2, 3], "b": 2}""", "There is a colon too many.", """{"a":[3],"b":2}""")]
    [InlineData("""{"a": "x⟦\d⟧+", "b": 2}""", "JSON has no escape \\d; write \\\\ where a backslash is meant.", """{"a":"xd+","b":2}""")]
    [InlineData("""{"a": "⟦\u12⟧x", "b": 2}""", "The escape \\u needs four hexadecimal digits after it.", """{"a":"x","b":2}""")]
    [InlineData("""{"a": "x⟦\ud800⟧", "b": 2}""", "U+D800 is one half of a surrogate pair and stands alone here; write the whole character.", """{"a":"x�","b":2}""")]
    [InlineData("""{"⟦\udc00⟧": 1, "b": 2}""", "U+DC00 is one half of a surrogate pair and stands alone here; write the whole character.", """{"�":1,"b":2}""")]
    [InlineData("{\"a\": \"⟦\t⟧x\t\", \"b\": 2}", "A string may not hold the control character U+0009 as it is; write an escape, such as \\t for a tab.", """{"a":"\tx\t","b":2}""")]
    [InlineData("{\"a\": ⟦\"xyz,⟧\n\"b\": 2}", "This string does not end on its line; a closing quote is missing.", """{"b":2}""")]
    [InlineData("{⟦\"a: 1,⟧\n\"b\": 2}", "This string does not end on its line; a closing quote is missing.", """{"b":2}""")]
    [InlineData("{\"c\": 1, \"a\": ⟦\"xyz⟧\n}", "This string does not end on its line; a closing quote is missing.", """{"c":1}""")]
    [InlineData("{\"a\": ⟦\"xyz\\⟧\n, \"b\": 2}", "This string does not end on its line; a closing quote is missing.", """{"b":2}""")]
    [InlineData("{\"a\": ⟦\"xyz⟧\r\n, \"b\": 2}", "This string does not end on its line; a closing quote is missing.", """{"b":2}""")]
    [InlineData("""{"a": 1, "b": 2, ⟦/*⟧ "c": 3 }""", "This comment has no end; */ is missing.", """{"a":1,"b":2}""")]
    [InlineData("{\"a\":⟦\u00A0⟧1, \"b\": 2}", "U+00A0 is no white space in JSON; remove it or write a space.", """{"a":1,"b":2}""")]
    [InlineData("""{"a": {"x": ⟦{⟧"y": 1""", "An object is not closed; } is missing at the end of the text.", """{"a":{"x":{"y":1}}}""")]
    [InlineData("""{"a": ⟦[⟧1, 2""", "An array is not closed; ] is missing at the end of the text.", """{"a":[1,2]}""")]
    [InlineData("""{"a": 1, "b⟦"⟧ """, "An object is not closed; } is missing at the end of the text.", """{"a":1}""")]
    [InlineData("[[1, 2⟦]⟧ // end", "An array is not closed; ] is missing at the end of the text.", "[[1,2]]")]
    [InlineData("{\n  \"a\": {\n    \"x\": 1,\n  \"b\": {\n    \"y\": 2\n  }\n⟦}⟧", "An object is not closed; } is missing at the end of the text.", """{"a":{"x":1,"b":{"y":2}}}""")]
    [InlineData("""{"a": 1} ⟦{⟧"b": 2} nonsense""", "The document has ended before this; remove what follows, or put it inside.", """{"a":1}""")]
    [InlineData("""{"a": 1⟦]⟧, "b": 2}""", "] closes nothing here; remove it.", """{"a":1,"b":2}""")]
    [InlineData("""[1⟦}⟧, 2]""", "} closes nothing here; remove it.", "[1,2]")]
    [InlineData("{\n\"f\": {\"a\": [1, 2⟦}⟧,\n\"b\": 2\n}", "An array is not closed before this bracket; ] is missing.", """{"f":{"a":[1,2]},"b":2}""")]
    [InlineData("[[\n{\"a\": 1⟦]⟧,\n2]", "An object is not closed before this bracket; } is missing.", """[[{"a":1}],2]""")]
    [InlineData("{\"f\": {\n\"g\": [\n1\n⟦}⟧,\n\"b\": 2}", "An array is not closed before this bracket; ] is missing.", """{"f":{"g":[1]},"b":2}""")]
    [InlineData("""{"a": [1, 2⟦}⟧""", "An array is not closed before this bracket; ] is missing.", """{"a":[1,2]}""")]
    [InlineData("""{"a": [1, 2⟦}⟧, "b": 2}""", "An array is not closed before this bracket; ] is missing.", """{"a":[1,2]}""")]
    [InlineData("""[{"a": 1⟦]⟧""", "An object is not closed before this bracket; } is missing.", """[{"a":1}]""")]
    [InlineData("⟦⟧ // nothing", "There is no JSON in this text; the least of it is {}.", null)]
    [InlineData("⟦⟧", "There is no JSON in this text; the least of it is {}.", null)]
    [InlineData("⟦flags⟧: {}", "flags is no JSON value; a text stands in double quotes.", null)]
    [InlineData("⟦}⟧ {}", "A JSON text does not begin with }.", null)]
    [InlineData("⟦\"abc⟧\n{}", "This string does not end on its line; a closing quote is missing.", null)]
    public void Read_OneSlip_TellsItOnceAndKeepsTheRest(string marked, string message, string? minified)
    {
        MarkedText text = new(marked);

        JsonReadResult result = JsonReader.Read(text.Text);

        result.Faults.Select(static fault => (fault.Kind, fault.Range, fault.Message))
            .ShouldBe(text.Ranges.Select(range => (JsonFaultKind.Syntax, range, message)));
        (result.Root is null ? null : JsonText.Minify(result.Root)).ShouldBe(minified);
    }

    [Theory]
    [InlineData(0xD800, 'x')]
    [InlineData(0xDC00, 'x')]
    [InlineData(0xD800, '"')]
    public void Read_LoneSurrogateInAString_IsNamedAndReplaced(int lone, char next)
    {
        // Built here: an attribute's text is stored as UTF-8, where a lone surrogate has no form.
        string text = "{\"" + (char)lone + next + (next == '"' ? "" : "\"") + ": \"" + (char)lone + "\"}";

        JsonReadResult result = JsonReader.Read(text);

        result.Faults.Select(static fault => fault.Range).ShouldBe([new TextRange(2, 1), new TextRange(text.Length - 3, 1)]);
        result.Faults.ShouldAllBe(fault => fault.Message.StartsWith($"U+{lone:X4} is one half of a surrogate pair", StringComparison.Ordinal));
        result.Root!.Members[0].Name.ShouldBe(next == '"' ? "\uFFFD" : "\uFFFDx");
        result.Root.Members[0].Value.Text.ShouldBe("\uFFFD");
    }

    [Fact]
    public void Read_SeveralSlips_TellsEachInTheOrderOfTheText()
    {
        MarkedText text = new(
            """
            {
              ⟦a⟧: 'x',
              "a": ⟦'x'⟧,
              "b": "⟦\q⟧⟦"⟧ "c": ⟦01⟧,
              "d": [1, ⟦,⟧ 2],
              "e": ⟦tru⟧
              "f": 1, ⟦"b"⟧: 3
            } ⟦x⟧
            """);

        JsonReadResult result = JsonReader.Read(text.Text);

        result.Faults.Select(static fault => fault.Range).ShouldBe(text.Ranges);
        JsonText.Minify(result.Root!).ShouldBe("""{"b":"q","d":[1,2],"f":1,"b":3}""");
    }

    [Fact]
    public void Read_DuplicateMembers_AreKeptAndToldWithTheLineOfTheFirst()
    {
        MarkedText text = new("{\n\"a\": 1,\n\"b\": {\"a\": 1}, ⟦\"\\u0061\"⟧: 2}");

        JsonReadResult result = JsonReader.Read(text.Text);

        JsonFault fault = result.Faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(JsonFaultKind.DuplicateMember);
        fault.Range.ShouldBe(text.Ranges[0]);
        fault.Message.ShouldBe("The name \"a\" is already used on line 2 of the same object; remove or rename one of the two.");
        JsonText.Minify(result.Root!).ShouldBe("""{"a":1,"b":{"a":1},"a":2}""");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    public void Read_DuplicatesInSmallAndLargeObjects_AreFound(int members)
    {
        string text = "{" + string.Join(",", Enumerable.Range(0, members).Select(static i => $"\"m{i}\": {i}")) + ", \"m3\": 0, \"M3\": 0, \"m3\": 0}";

        JsonReader.Read(text).Faults.Select(static fault => fault.Kind).ShouldBe([JsonFaultKind.DuplicateMember, JsonFaultKind.DuplicateMember]);
    }

    [Fact]
    public void Read_DepthOfTheLimit_IsRead()
    {
        JsonLimits limits = new() { MaxDepth = 3 };

        JsonReader.Read("[[[1]]]", limits).Faults.ShouldBeEmpty();
        JsonReadResult result = JsonReader.Read("""[[[1, [2, "]"], {"x": 3}, 4]], 5]""", limits);

        JsonFault fault = result.Faults.ShouldHaveSingleItem();
        fault.ShouldBe(new JsonFault(JsonFaultKind.TooDeep, new TextRange(6, 1), "More than 3 arrays and objects stand one inside the other here; what lies deeper is left out."));
        JsonText.Minify(result.Root!).ShouldBe("[[[1,4]],5]");
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "")]
    [InlineData("{\"a\":[", "")]
    public void Read_TenThousandDeep_GivesOneFault(string open, string close)
    {
        string text = string.Concat(Enumerable.Repeat(open, 10_000)) + string.Concat(Enumerable.Repeat(close, 10_000));

        JsonReader.Read(text).Faults.ShouldHaveSingleItem().Kind.ShouldBe(JsonFaultKind.TooDeep);
    }

    [Fact]
    public void ReadAndMinify_DepthBeyondAnyStack_Works()
    {
        string text = new string('[', 1_000_000) + new string(']', 1_000_000);

        JsonReadResult result = JsonReader.Read(text, new JsonLimits { MaxDepth = 1_000_000 });

        result.Faults.ShouldBeEmpty();
        JsonText.Minify(result.Root!).ShouldBe(text);
    }

    [Fact]
    public void Read_TextBeyondTheLimit_IsNotRead()
    {
        JsonReadResult result = JsonReader.Read("{}" + new string(' ', 20_000_000));

        result.Root.ShouldBeNull();
        JsonFault fault = result.Faults.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(JsonFaultKind.TooLong);
        fault.Message.ShouldBe("The text has 20,000,002 characters, and at most 16,777,216 are read; split it.");
    }

    [Fact]
    public void Read_MoreFaultsThanTheLimit_StopsTellingAndReadsOn()
    {
        string text = "[" + string.Concat(Enumerable.Repeat("NaN,", 1000)) + "7]";

        JsonReadResult result = JsonReader.Read(text, new JsonLimits { MaxErrors = 10 });

        result.Faults.Count.ShouldBe(10);
        JsonText.Minify(result.Root!).ShouldBe("[7]");
    }

    [Fact]
    public void Read_CancelledToken_Stops()
    {
        string text = "[" + string.Concat(Enumerable.Repeat("1,", 10_000)) + "1]";

        Should.Throw<OperationCanceledException>(() => JsonReader.Read(text, token: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Read_NamesAndTextsThatRepeat_ShareOneString()
    {
        JsonNode root = JsonReader.Read("""[{"status": "enabled"}, {"status": "enabled"}]""").Root!;

        root.Items[1].Members[0].Name.ShouldBeSameAs(root.Items[0].Members[0].Name);
        root.Items[1].Members[0].Value.Text.ShouldBeSameAs(root.Items[0].Members[0].Value.Text);
    }

    // Were any of these quadratic, it would run for minutes.
    [Theory]
    [InlineData("\"a\" ")]
    [InlineData("\"a\" : 1 \"b\" ")]
    [InlineData("x \"a\" /* c */ ")]
    [InlineData("\"a\" /* c */ /* c */ ")]
    [InlineData("} ] ")]
    [InlineData("{]")]
    [InlineData("[}")]
    [InlineData("\"a\n")]
    [InlineData("/*")]
    [InlineData("'")]
    [InlineData("\\")]
    [InlineData("\"\\ud800")]
    [InlineData("\"a\":1,")]
    [InlineData("a:")]
    [InlineData("a b \"c\":")]
    [InlineData("[(\"c\":")]
    [InlineData(",:")]
    [InlineData("\u00A0")]
    [InlineData("/")]
    public void Read_RunsOfGarbage_EndInLinearTime(string piece)
    {
        string garbage = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();

        foreach (string text in (string[])[garbage, "{" + garbage, "[" + garbage, "{\"x\":[{\"y\":" + garbage])
        {
            JsonReader.Read(text).Faults.Count.ShouldBeInRange(1, JsonLimits.Default.MaxErrors);
        }

        // Linear takes a tenth of a second on an idle machine, quadratic many minutes: the limit tells these apart on a busy one too.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3));
    }
}
