using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>Tells what the JSON reader found in the words of the manifest's rules.</summary>
internal static class JsonFaultReporter
{
    /// <param name="check">Where to tell it.</param>
    /// <param name="faults">What the reader found.</param>
    public static void Report(CheckContext check, IReadOnlyList<JsonFault> faults)
    {
        foreach (JsonFault fault in faults)
        {
            switch (fault.Kind)
            {
                case JsonFaultKind.DuplicateMember:
                    check.ReportDuplicate(fault.Range);
                    break;
                case JsonFaultKind.TooLong or JsonFaultKind.TooDeep:
                    string reason = fault.Message.TrimEnd('.');
                    check.Report(ManifestRules.Limit, fault.Range, $"{char.ToLowerInvariant(reason[0])}{reason.Substring(1)}");
                    break;
                default:
                    check.Report(ManifestRules.Syntax, fault.Range, fault.Message.TrimEnd('.'));
                    break;
            }
        }
    }
}
