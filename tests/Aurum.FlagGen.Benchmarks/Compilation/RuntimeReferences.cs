using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>What generated code refers to beside the framework.</summary>
internal static class RuntimeReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string[])["Aurum.FlagGen.dll", "Microsoft.Extensions.DependencyInjection.Abstractions.dll"])
            .Select(static file => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file))),
    ];
}
