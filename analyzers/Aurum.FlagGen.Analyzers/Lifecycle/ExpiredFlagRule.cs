using System.Collections.Immutable;
using System.Globalization;
using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Analyzers.Flags;
using Aurum.FlagGen.Analyzers.Usage;

namespace Aurum.FlagGen.Analyzers.Lifecycle;

/// <summary>AFG2007: code still asks for a flag whose last day is over.</summary>
internal sealed class ExpiredFlagRule : IFlagUseRule
{
    /// <summary>The day of the build, which the package's targets set to the UTC date; where nobody says it, nothing is late.</summary>
    private const string TodayOption = "build_property.FlagGenToday";

    /// <summary>How many days after its last one a flag is not yet reported.</summary>
    private const string GraceOption = "build_property.FlagGenExpiryGraceDays";

    private const string DateFormat = "yyyy-MM-dd";

    private static readonly DiagnosticDescriptor Rule = new(
        id: DiagnosticIds.ExpiredFlag,
        title: "A flag is used past its expiry date",
        messageFormat: "Flag {0} expired on {1}, {2} ago; take it out, move its 'expires' date, or mark it as retired",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.ExpiredFlag));

    public DiagnosticDescriptor Descriptor => Rule;

    public FlagUseKind? Kind => null;

    public IFlagUseCheck? Start(ProjectFlags flags, AnalyzerOptions options)
    {
        AnalyzerConfigOptions properties = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!properties.TryGetValue(TodayOption, out string? text) || Parse(text) is not { } today)
        {
            return null;
        }

        int grace = properties.TryGetValue(GraceOption, out string? days) && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : 0;
        Dictionary<DeclaredFlag, int> late = [];
        foreach (DeclaredFlag flag in flags.All)
        {
            // What is retired is on its way out already, and says so by itself.
            if (!flag.Flag.IsRetired && Parse(flag.Flag.Expires) is { } lastDay && (today - lastDay).Days > grace)
            {
                late.Add(flag, (today - lastDay).Days);
            }
        }

        return late.Count == 0 ? null : new ExpiryCheck(late, today.ToString(DateFormat, CultureInfo.InvariantCulture));
    }

    private static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null;

    private sealed class ExpiryCheck(Dictionary<DeclaredFlag, int> late, string today) : IFlagUseCheck
    {
        public void Check(in FlagUse use, OperationAnalysisContext context)
        {
            if (use.Flag is not { } flag || use.Method is { Reads: false } || !late.TryGetValue(flag, out int days))
            {
                return;
            }

            ImmutableDictionary<string, string?> properties = FixProperties.For(flag).Add(FixProperties.Today, today);
            context.ReportDiagnostic(Diagnostic.Create(Rule, use.Location, properties, flag.Phrase, flag.Flag.Expires, days == 1 ? "1 day" : $"{days.ToString(CultureInfo.InvariantCulture)} days"));
        }
    }
}
