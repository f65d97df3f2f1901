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
}
