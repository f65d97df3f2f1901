using System.Reflection;
using System.Runtime.Loader;

namespace Aurum.FlagGen.Mutation;

/// <summary>Loads tests as they were built, but for the one assembly in whose place the mutated one comes.</summary>
internal sealed class TestLoadContext(string tests, string mutated) : AssemblyLoadContext("tests")
{
    private readonly AssemblyDependencyResolver _resolver = new(tests);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Path.GetFileNameWithoutExtension(mutated))
        {
            return LoadFromAssemblyPath(mutated);
        }

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }
}
