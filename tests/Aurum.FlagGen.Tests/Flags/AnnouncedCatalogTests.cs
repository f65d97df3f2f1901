using Aurum.FlagGen.Tests.Engine;

namespace Aurum.FlagGen.Tests.Flags;

/// <summary>What the module initializer of generated code does, and what follows from it. Whoever asks by key reads every manifest: these tests run beside no others.</summary>
[Collection(DefaultEngineGroup.Name)]
public class AnnouncedCatalogTests
{
    [Fact]
    public void Key_OfAnAnnouncedManifest_IsFoundBeforeAnyMemberWasTouched()
    {
        FlagEngine engine = new();
        AnnouncedManifest manifest = new("""{ "flags": { "half": { "status": "enabled", "default_value": true } } }""");

        FlagCatalog.Announce(typeof(AnnouncedCatalogTests), manifest);

        engine.IsEnabled("half").ShouldBeTrue();
        engine.IsEnabled(FlagCatalog.Register(typeof(AnnouncedCatalogTests), manifest).Slots[0], null).ShouldBeTrue();
        engine.IsEnabled("half").ShouldBeTrue();
        manifest.Reads.ShouldBe(1);
    }

    [Fact]
    public void Manifest_ThatIsAnnounced_IsNotReadByMembersOfOthers()
    {
        FlagCatalog other = FlagCatalog.Register(typeof(AnnouncedCatalogTests), """{ "flags": { "announced.other": { "status": "enabled", "default_value": true } } }"""u8);
        FlagEngine engine = new();
        AnnouncedManifest manifest = new("""{ "flags": { "announced.late": { "status": "enabled", "default_value": true } } }""");

        FlagCatalog.Announce(typeof(AnnouncedCatalogTests), manifest);

        engine.IsEnabled(other.Slots[0], null).ShouldBeTrue();
        manifest.Reads.ShouldBe(0);
        engine.TryGetDefinition("announced.late", out _).ShouldBeTrue();
        manifest.Reads.ShouldBe(1);
    }

    [Fact]
    public void Manifest_ThatIsDamaged_HarmsNoOther()
    {
        FlagCatalog.Announce(typeof(AnnouncedCatalogTests), new AnnouncedManifest("{ \"flags\": "));
        FlagCatalog.Announce(typeof(AnnouncedCatalogTests), new AnnouncedManifest("""{ "flags": { "announced.sound": { "status": "enabled", "default_value": true } } }"""));

        new FlagEngine().IsEnabled("announced.sound").ShouldBeTrue();
    }
}
