using Aurum.FlagGen.Engine;

namespace Aurum.FlagGen.Tests.Flags;

/// <summary>Hot reload, from the call that the runtime makes after an edit.</summary>
public class ManifestUpdateTests
{
    [Fact]
    public void Edit_OfAValue_ReachesMembersKeysAndCapturedEngines()
    {
        AnnouncedManifest manifest = new(Flag("reload.value", value: true));
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManifestUpdateTests), manifest);
        FlagEngine engine = new();
        BooleanFlag member = new(engine, catalog.Slots[0]);
        FlagEngine captured = engine.Capture();
        member.IsEnabled().ShouldBeTrue();

        Edit(manifest, Flag("reload.value", value: false));

        member.IsEnabled().ShouldBeFalse();
        engine.IsEnabled("reload.value").ShouldBeFalse();
        new BooleanFlag(captured, catalog.Slots[0]).IsEnabled().ShouldBeFalse();
        new BooleanFlag(null, catalog.Slots[0]).IsEnabled().ShouldBeFalse();
        catalog.Flags[0].DefaultValue.ShouldBe(FlagValue.False);
    }

    [Fact]
    public void Edit_OfASegment_ReachesTheFlagsThatUseIt()
    {
        AnnouncedManifest manifest = new(InSegment("ada"));
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManifestUpdateTests), manifest);
        BooleanFlag member = new(new FlagEngine(), catalog.Slots[0]);
        FlagContext ada = FlagContext.From(new Dictionary<string, object?> { ["user_id"] = "ada" });
        member.IsEnabled(ada).ShouldBeTrue();

        Edit(manifest, InSegment("bob"));

        member.IsEnabled(ada).ShouldBeFalse();
    }

    [Fact]
    public void Edit_OfAnotherType_ReadsNothingAgain()
    {
        AnnouncedManifest manifest = new(Flag("reload.untouched", value: true));
        FlagCatalog.Register(typeof(ManifestUpdateTests), manifest);

        ManifestUpdate.UpdateApplication([typeof(string)]);

        manifest.Reads.ShouldBe(1);
    }

    [Fact]
    public void Edit_OfTheShape_IsLeftToTheRestart()
    {
        AnnouncedManifest manifest = new(Flag("reload.shape", value: true));
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManifestUpdateTests), manifest);
        BooleanFlag member = new(new FlagEngine(), catalog.Slots[0]);

        Edit(manifest, """{ "flags": { "reload.new": { "status": "disabled" }, "reload.shape": { "status": "disabled" } } }""");

        member.IsEnabled().ShouldBeTrue();
        member.Key.ShouldBe("reload.shape");
    }

    [Fact]
    public void Edit_WhileAnOverrideIsOpen_IsSeenWhenItIsClosed()
    {
        AnnouncedManifest manifest = new(Flag("reload.overridden", value: true));
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManifestUpdateTests), manifest);
        BooleanFlag member = new(new FlagEngine(), catalog.Slots[0]);
        FlagSlot slot = FlagSlots.Table.Slots[catalog.Slots[0]];
        using (FlagOverrideScope.Open(new Dictionary<FlagIdentity, FlagValue> { [slot.Identity] = true }, engine: null))
        {
            Edit(manifest, Flag("reload.overridden", value: false));
            member.IsEnabled().ShouldBeTrue();
        }

        member.IsEnabled().ShouldBeFalse();
    }

    [Fact]
    public void Edit_HandlerThatThrows_SkipsNoOther()
    {
        AnnouncedManifest manifest = new(Flag("reload.told", value: true));
        FlagCatalog catalog = FlagCatalog.Register(typeof(ManifestUpdateTests), manifest);
        List<FlagCatalog> told = [];
        Action<CatalogChange> throws = static _ => throw new InvalidOperationException("The handler is broken.");
        Action<CatalogChange> hears = change => told.Add(change.Catalog);
        ManifestUpdate.Read += throws;
        ManifestUpdate.Read += hears;
        try
        {
            Edit(manifest, Flag("reload.told", value: false));
        }
        finally
        {
            ManifestUpdate.Read -= throws;
            ManifestUpdate.Read -= hears;
        }

        told.ShouldContain(catalog);
    }

    private static void Edit(AnnouncedManifest manifest, string text)
    {
        manifest.Manifest = text;
        ManifestUpdate.UpdateApplication([manifest]);
    }

    private static string Flag(string key, bool value) =>
        $$"""{ "flags": { "{{key}}": { "status": "enabled", "default_value": {{(value ? "true" : "false")}} } } }""";

    private static string InSegment(string userId) =>
        $$"""{ "flags": { "reload.segment": { "status": "enabled", "rules": [ { "name": "r", "user_segments": ["reload_users"] } ] } }, "segments": { "reload_users": { "include": ["{{userId}}"] } } }""";
}
