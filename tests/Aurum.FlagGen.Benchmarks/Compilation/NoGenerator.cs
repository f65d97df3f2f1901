using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>A generator that reads the additional files and writes one line: it warms the driver, which in the compiler is compiled ahead of time, before ours is timed.</summary>
internal sealed class NoGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider).Select(static (pair, token) => pair.Left.GetText(token)?.Length ?? 0).Collect(),
            static (output, lengths) => output.AddSource("Empty.g.cs", $"// {lengths.Length}"));
}
