using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Tests.Checking;

/// <summary>Manifests that are written with single quotes, so that many fit into the rows of a theory, and what is found in them.</summary>
internal static class QuotedManifest
{
    public static string Flags(string flags) => $"{{'flags':{{{flags}}}}}";

    /// <summary>A manifest with the boolean flag x, unless its members say otherwise.</summary>
    public static string Flag(string members) => Flags($"'x':{{{members}}}");

    /// <summary>A list or an object of that many parts, each made of its number.</summary>
    public static string Many(int count, Func<int, string> part) => string.Join(",", Enumerable.Range(0, count).Select(part));

    public static FlagManifest Read(string manifest) => ManifestReader.Read(manifest.Replace('\'', '"'));

    /// <summary>The errors in the order of the text: the rule of each, and what it points at.</summary>
    public static string Errors(string manifest) => Told(manifest, static error => error.Rule.Severity == ManifestSeverity.Error);

    /// <summary>What is told of some rules in the order of the text: the rule, and what it points at.</summary>
    public static string Told(string manifest, Func<ManifestError, bool> isAsked) =>
        string.Join(", ", Read(manifest).Errors.Where(isAsked).Select(error => $"{error.Rule.Id} {manifest.Substring(error.Range.Start, error.Range.Length)}"));
}
