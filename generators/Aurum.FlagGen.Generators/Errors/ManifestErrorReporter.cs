using Aurum.FlagGen.Analyzers.Diagnostics;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Generators.Parsing;
using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Generators.Errors;

/// <summary>Reports what is wrong with a manifest, each error at its line and column in the file.</summary>
/// <remarks>The generator does it and no analyzer, because the compiler stops before analyzers run where a declaration does not bind, and then their errors are not printed. Where the C# does not parse, the build runs the generator by itself.</remarks>
internal static class ManifestErrorReporter
{
    /// <param name="output">Where diagnostics go.</param>
    /// <param name="manifest">The manifest's errors.</param>
    /// <param name="owners">Who has which class.</param>
    public static void Report(SourceProductionContext output, ManifestErrorsModel manifest, ClassOwners owners)
    {
        foreach (ManifestErrorModel error in manifest.Errors)
        {
            output.ReportDiagnostic(Create(manifest.Path, error.Id, error.Place, [.. error.Arguments]));
        }

        if (manifest.IsForeign)
        {
            return;
        }

        ReportSymbols(output, manifest, owners);
        if (owners.FindReferenced(manifest.Names) is { } referenced)
        {
            output.ReportDiagnostic(Create(manifest.Path, DiagnosticIds.ReferencedClass, manifest.ClassPlace, [manifest.Names.FullClassName, referenced.AssemblyName]));
        }
        else if (owners.FindOther(manifest.Path, manifest.Names) is { } other)
        {
            output.ReportDiagnostic(Create(manifest.Path, DiagnosticIds.ClassClash, manifest.ClassPlace, [manifest.Names.FullClassName, other.Path]));
        }
    }

    /// <summary>A symbol is the whole project's, and cannot say the values of two flags.</summary>
    private static void ReportSymbols(SourceProductionContext output, ManifestErrorsModel manifest, ClassOwners owners)
    {
        foreach (PlacedSymbol placed in manifest.Symbols)
        {
            if (owners.Has(manifest.Path) && owners.FindSymbol(manifest.Path, placed.Symbol.Name) is { } other)
            {
                output.ReportDiagnostic(Create(
                    manifest.Path,
                    ManifestRules.Accessor.Id,
                    placed.Place,
                    [
                        $"Flag {Phrases.Quote(placed.Symbol.Key)}",
                        $"its symbol '{placed.Symbol.Name}' is already that of flag {Phrases.Quote(other.Key)} in '{other.Path}'",
                        "rename one of the two, or give one of them another 'emit'",
                    ]));
            }
        }
    }

    private static Diagnostic Create(string path, string id, TextPlace place, object[] arguments) =>
        Diagnostic.Create(ManifestDescriptors.For(id), Location.Create(path, place.Span, place.Lines), arguments);
}
