using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>Tells which flags of a manifest have no error.</summary>
internal static class Soundness
{
    public static bool IsSound(this FlagManifest manifest, ManifestFlag flag) =>
        flag.HasSoundShape && !manifest.Errors.Any(error => error.Rule.Severity == ManifestSeverity.Error && error.Range.Start >= flag.KeyRange.Start && error.Range.Start < flag.Node.Range.End);
}
