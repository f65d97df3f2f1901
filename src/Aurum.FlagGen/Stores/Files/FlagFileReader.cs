using System.Globalization;
using Aurum.FlagGen.Definitions;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Stores;

/// <summary>Reads a manifest's file into flags with versions, and says where its faults are.</summary>
internal sealed class FlagFileReader(FlagFile file)
{
    /// <summary>Looks at the file.</summary>
    /// <param name="last">What was known before, or null.</param>
    /// <returns><paramref name="last"/> itself where nothing has changed.</returns>
    public FlagFileState Look(FlagFileState? last)
    {
        FlagFileContent content;
        try
        {
            content = file.Read();
        }
        catch (FeatureFlagStoreException exception)
        {
            return last is { Hash: "" } && last.Fault == exception.Message ? last : Broken(last, "", exception.Message);
        }

        if (last?.Hash == content.Hash)
        {
            return last;
        }

        try
        {
            return Read(content, last);
        }
        catch (Exception exception)
        {
            // A text that the reader does not survive is a faulty text, whatever is at fault in the end.
            return Broken(last, content.Hash, $"The flag file '{file.Path}' cannot be read: {ForeignCode.MessageOf(exception)}");
        }
    }

    private FlagFileState Read(FlagFileContent content, FlagFileState? last)
    {
        FlagSetReadResult result = FlagSetReader.Read(content.Text, content.Hash);
        return result.IsReadable
            ? new FlagFileState(content.Hash, Stamp(result.Set, last?.Set), Fault: null, Advise(content.Text, result, isFirst: last is null))
            : Broken(last, content.Hash, Locate(content.Text, result.Faults[0]));
    }

    /// <summary>Reads flags for a write, from a content that must be sound.</summary>
    /// <exception cref="FeatureFlagStoreException">The content cannot be read.</exception>
    public FlagSet Parse(FlagFileContent content)
    {
        FlagSetReadResult result = FlagSetReader.Read(content.Text, content.Hash);
        return result.IsReadable
            ? Stamp(result.Set, last: null)
            : throw new FeatureFlagStoreException($"Nothing can be written while the file is broken. {Locate(content.Text, result.Faults[0])}");
    }

    private static FlagFileState Broken(FlagFileState? last, string hash, string fault) =>
        new(hash, last?.Set is { } set ? set with { Fault = fault } : null, fault, Advice: null);

    // A flag that says what it said before stays the same object: the engine then keeps its compiled form.
    private static FlagSet Stamp(FlagSet set, FlagSet? last)
    {
        Dictionary<string, FeatureFlag> before = new(last?.Flags.Count ?? 0, StringComparer.Ordinal);
        foreach (FeatureFlag flag in last?.Flags ?? [])
        {
            before.Add(flag.Key, flag);
        }

        FeatureFlag[] flags = new FeatureFlag[set.Flags.Count];
        for (int i = 0; i < flags.Length; i++)
        {
            FeatureFlag flag = set.Flags[i];
            long number = FlagVersion.Of(flag);
            flags[i] = before.TryGetValue(flag.Key, out FeatureFlag? known) && known.Version == number ? known : flag with { Version = number };
        }

        return set with { Flags = flags };
    }

    // The whole check costs more than reading does. At start the build has made it already, so it is only made where something is known to be wrong.
    private string? Advise(string text, FlagSetReadResult result, bool isFirst)
    {
        if (isFirst && result.Faults.Count == 0)
        {
            return null;
        }

        ManifestError[] errors = [.. ManifestReader.Read(text).Errors.Where(static error => error.Rule.Severity == ManifestSeverity.Error)];
        if (errors.Length > 0)
        {
            string others = errors.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (And {errors.Length - 1} more.)");
            return $"{Place(text, errors[0].Range, errors[0].Rule.Id)} {errors[0].Sentence}{others}";
        }

        return result.Faults.Count == 0 ? null : $"{Place(text, result.Faults[0].Range)} {result.Faults[0].Message}";
    }

    private string Locate(string text, FlagSetFault fault)
    {
        ManifestError? error = ManifestReader.Read(text).Errors.FirstOrDefault(error => error.Range.Start == fault.Range.Start);
        return $"{Place(text, fault.Range, error?.Rule.Id)} {fault.Message}";
    }

    // As compilers write places, so that a terminal or an editor can jump there.
    private string Place(string text, TextRange range, string? code = null)
    {
        (int line, int column) = new LineMap(text).Locate(range.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{file.Path}({line + 1},{column + 1}):{(code is null ? "" : $" {code}:")}");
    }
}
