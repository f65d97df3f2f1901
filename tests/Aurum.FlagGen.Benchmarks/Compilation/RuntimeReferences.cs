using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Aurum.FlagGen.Benchmarks.Compilation;

/// <summary>What generated code refers to beside the framework.</summary>
internal static class RuntimeReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((Type[])[typeof(FlagEngine), typeof(IServiceCollection)]).Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];
}
