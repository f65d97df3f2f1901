using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Testing.Xunit;

/// <summary>Starts a test's assembly and those below it, which lets the process know of their manifests. They start by themselves when code of theirs first runs; a test's matrix is needed before.</summary>
internal static class CompiledManifests
{
    private static readonly ConcurrentDictionary<Assembly, bool> Started = new();

    public static void Register(Assembly assembly)
    {
        if (!Started.TryAdd(assembly, true))
        {
            return;
        }

        AssemblyName[] references = assembly.GetReferencedAssemblies();
        if (references.Any(static name => name.Name == typeof(FlagCatalog).Assembly.GetName().Name))
        {
            RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        }

        foreach (AssemblyName reference in references.Where(static name => !IsFramework(name)))
        {
            if (TryLoad(reference) is { } below)
            {
                Register(below);
            }
        }
    }

    private static bool IsFramework(AssemblyName name) =>
        name.Name is null or "mscorlib" or "netstandard" || name.Name.StartsWith("System.", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            // A reference that is not deployed belongs to code that does not run here.
            return null;
        }
    }
}
