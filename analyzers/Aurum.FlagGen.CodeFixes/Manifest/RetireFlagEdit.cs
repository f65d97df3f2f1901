using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.CodeFixes.Manifest;

/// <summary>Marks an expired flag as retired, keeping what it gives to those whom no rule matches.</summary>
internal sealed class RetireFlagEdit : ManifestEdit
{
    public override string TitleOf(Diagnostic diagnostic) => $"Retire '{FixProperties.Read(diagnostic, FixProperties.Key)}', keeping what it gives by default";

    protected override string? Edit(string text, Diagnostic diagnostic)
    {
        string? key = FixProperties.Read(diagnostic, FixProperties.Key);
        ManifestFlag? flag = ManifestReader.Read(text).Flags.FirstOrDefault(flag => flag.Key == key);
        return flag is { IsRetired: false } && Keep(flag) is { } keep
            ? ManifestText.SetMembers(text, flag.Key, (FlagMembers.Lifecycle.Name, "\"retired\""), (FlagMembers.Keep.Name, keep))
            : null;
    }

    /// <summary>What the flag gives to those for whom neither a rule nor a test decides, as JSON; null where the manifest does not say.</summary>
    private static string? Keep(ManifestFlag flag)
    {
        bool isBoolean = flag.Type == FlagType.Boolean;
        bool givesDefault = flag.IsCompileTime || ManifestWords.Statuses.Find(flag.Node[FlagMembers.Status.Name]?.Text ?? "") == FeatureFlagStatus.Enabled;
        JsonNode? offValue = givesDefault ? null : flag.Node[FlagMembers.OffValue.Name];
        JsonNode? value = offValue ?? (givesDefault || !isBoolean ? flag.Node[FlagMembers.DefaultValue.Name] : null);
        return value is not null ? JsonText.Minify(value) : isBoolean ? "false" : null;
    }
}
