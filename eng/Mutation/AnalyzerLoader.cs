using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Aurum.FlagGen.Mutation;

/// <summary>Loads the source generators that a project is compiled with.</summary>
internal sealed class AnalyzerLoader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
