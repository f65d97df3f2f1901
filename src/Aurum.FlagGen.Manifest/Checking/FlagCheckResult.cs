using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>What the check of one definition gave.</summary>
internal sealed class FlagCheckResult(JsonNode? root, IReadOnlyList<ManifestError> errors)
{
    /// <summary>The definition, or null where not even that could be read.</summary>
    public JsonNode? Root { get; } = root;

    /// <summary>Every fault in the order of the text, advice included.</summary>
    public IReadOnlyList<ManifestError> Errors { get; } = errors;

    /// <summary>Whether it may be written: advice does not stop a write.</summary>
    public bool IsSound => Errors.All(static error => error.Rule.Severity != ManifestSeverity.Error);
}
