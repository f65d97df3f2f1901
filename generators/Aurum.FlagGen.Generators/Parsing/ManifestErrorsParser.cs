using System.Globalization;
using Aurum.FlagGen.Generators.Model;
using Aurum.FlagGen.Manifest.CompileTime;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>Turns the errors of a manifest into models with their places by lines.</summary>
internal static class ManifestErrorsParser
{
    private const string ErrorsPrintedOption = "build_property._FlagGenErrorsPrinted";

    /// <summary>Whether the build has printed the errors before this compilation, which the compiler would have ended before the generator where the C# does not parse.</summary>
    public static bool ArePrinted(AnalyzerConfigOptionsProvider options) => options.GlobalOptions.TryGetValue(ErrorsPrintedOption, out string? text) && text == "true";

    public static ManifestErrorsModel Parse(ManifestSource source, FlagManifest manifest)
    {
        SourceText text = SourceText.From(source.Text);
        ManifestErrorModel[] errors = new ManifestErrorModel[manifest.Errors.Count];
        for (int i = 0; i < errors.Length; i++)
        {
            ManifestError error = manifest.Errors[i];
            string[] arguments = [.. error.Arguments.Select(static argument => Convert.ToString(argument, CultureInfo.InvariantCulture))];
            errors[i] = new ManifestErrorModel(error.Rule.Id, Locate(text, error.Range), new(arguments));
        }

        return new ManifestErrorsModel(
            source.File.Path,
            OutputNames.From(manifest.Namespace, manifest.ClassName, source.File.DefaultNamespace),
            Locate(text, (manifest.Root?["class"] ?? manifest.Root?["namespace"])?.Range ?? default),
            new(errors),
            new(FindSymbols(manifest, text)));
    }

    // Of two flags of one manifest that make one symbol, the second is an error there.
    private static PlacedSymbol[] FindSymbols(FlagManifest manifest, SourceText text) =>
    [
        .. manifest.Flags
            .Where(static flag => flag.IsCompileTime && CompileTimeFlag.FormOf(flag) == CompileTimeForm.Const)
            .Select(flag => new PlacedSymbol(new BuildSymbol(CompileTimeFlag.SymbolOf(flag.Key), flag.Key), Locate(text, flag.KeyRange)))
            .GroupBy(static placed => placed.Symbol.Name, StringComparer.Ordinal)
            .Select(static same => same.First()),
    ];

    private static TextPlace Locate(SourceText text, TextRange range)
    {
        int start = Math.Min(range.Start, text.Length);
        TextSpan span = TextSpan.FromBounds(start, Math.Max(start, Math.Min(range.End, text.Length)));
        return new TextPlace(span, text.Lines.GetLinePositionSpan(span));
    }
}
