using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Aurum.FlagGen.CodeFixes.FixAll;

/// <summary>The keys by which fix-all tells actions apart.</summary>
/// <remarks>
/// The formatting tool asks for the actions of one diagnostic and applies the first of them to all. It asks for the first that the analyzer reports, which may be of another
/// of its rules: then nothing is offered, and fix-all is asked for without a key. So no key means the first proposal, and only diagnostics of a fix's own rules count.
/// </remarks>
internal static class FixKeys
{
    public const string Proposal = "Proposal";

    private const string Alternative = "Alternative";

    /// <summary>The key of an action by its place among those that are offered.</summary>
    public static string At(int index) => index == 0 ? Proposal : Alternative + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether fix-all is asked for the action at a place.</summary>
    public static bool Asks(FixAllContext context, int index) => (context.CodeActionEquivalenceKey ?? Proposal) == At(index);

    /// <summary>The diagnostics that a fix is asked about and knows.</summary>
    public static ImmutableArray<Diagnostic> KnownTo(CodeFixProvider fix, CodeFixContext context) =>
        [.. context.Diagnostics.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))];
}
