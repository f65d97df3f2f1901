using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>What the generator reads: the shapes of the flags, what is declared beside them, and where they stand.</summary>
public sealed class ManifestShapeTests
{
    [Fact]
    public void ReadShape_Manifest_HasItsDeclarationsWithoutItsFlags()
    {
        ManifestShape shape = Read("""{ "namespace": "Acme.Shop", "class": "Billing", "flags": { "x": { } }, "context": { "user.role": "string" } }""");

        shape.Declarations.Members.Select(static member => member.Name).ShouldBe(["namespace", "class", "context"]);
        (shape.Head.Namespace, shape.Head.ClassName).ShouldBe(("Acme.Shop", "Billing"));
        shape.Head.Attributes.ShouldHaveSingleItem().Path.ShouldBe("user.role");
    }

    /// <summary>The flags are read one by one only where each of them is known, and the text around them says nothing else.</summary>
    [Theory]
    [InlineData("""{ "class": "Billing", "flags": { "x": { }, "y": 5 } }""", """{ "x": { }, "y": 5 }""")]
    [InlineData("""{ "flags": { } }""", "{ }")]
    [InlineData("""{ "flags": { "x": { }, "x": { } } }""", null)]
    [InlineData("""{ "flags": { "x": { } } } 5""", null)]
    [InlineData("""{ "flags": { "x": { } 5, "y": 6 7 } }""", null)]
    [InlineData("""{ "flags": [] }""", null)]
    [InlineData("""{ }""", null)]
    [InlineData("""[]""", null)]
    public void ReadShape_PlaceOfTheFlags_IsKnownWhereAllOfThemAre(string text, string? expected)
    {
        ManifestShape shape = Read(text);

        (shape.FlagsRange is { } range ? text.Substring(range.Start, range.Length) : null).ShouldBe(expected);
    }

    [Fact]
    public void ReadShape_MoreFlagsThanAreRead_DoesNotSayWhereTheyStand()
    {
        ManifestShape shape = Read(QuotedManifest.Flags(QuotedManifest.Many(ManifestLimits.Flags + 1, static i => $"'f{i}':{{}}")).Replace('\'', '"'));

        shape.Flags.Count.ShouldBe(ManifestLimits.Flags);
        shape.FlagsRange.ShouldBeNull();
    }

    /// <summary>When one flag is edited, the names of all are compared again, and those that were read before are not read again.</summary>
    [Fact]
    public void Check_FlagsThatWereReadBefore_AreRefusedAsThen()
    {
        ManifestShape shape = Read("""{ "flags": { "a.b": { }, "c": { "accessor": "Same" }, "d": { "accessor": "Same" }, "e.1": { }, "f": { } } }""");
        string[] refused = [.. shape.Flags.Where(flag => !shape.IsSound(flag)).Select(static flag => flag.Key)];
        AccessorChecker again = new(new CheckContext(null, isDefinition: false, new ManifestNames(), TestContext.Current.CancellationToken), GeneratedNames.DefaultClass);

        IEnumerable<string> then = again.Check(shape.Flags, shape.Head.Attributes).Select(static flag => flag.Key);

        refused.ShouldBe(["d", "e.1"]);
        then.ShouldBe(refused, ignoreOrder: true);
    }

    private static ManifestShape Read(string text) => ManifestReader.ReadShape(text, TestContext.Current.CancellationToken);
}
