namespace Aurum.FlagGen.Manifest.Rules;

internal enum ManifestSeverity
{
    Hidden,
    Info,
    Warning,
    Error,
}
