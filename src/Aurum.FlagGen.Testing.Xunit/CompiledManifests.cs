using System.CodeDom.Compiler;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Testing.Xunit;

/// <summary>Registers the manifests that were compiled into a test's assembly and those below it. Generated code does so when a flag is first asked; a test's matrix is needed before.</summary>
internal static class CompiledManifests
{
    private const string Generator = "Aurum.FlagGen.Generators";

    private static readonly ConcurrentDictionary<Assembly, bool> Registered = new();

    public static void Register(Assembly assembly)
    {
        if (!Registered.TryAdd(assembly, true))
        {
            return;
        }

        RegisterOwn(assembly);
        foreach (AssemblyName reference in assembly.GetReferencedAssemblies().Where(static name => !IsFramework(name)))
        {
            if (TryLoad(reference) is { } below)
            {
                Register(below);
            }
        }
    }

    private static void RegisterOwn(Assembly assembly)
    {
        bool mayHaveManifest = assembly.GetReferencedAssemblies().Any(static name => name.Name == typeof(FlagCatalog).Assembly.GetName().Name);
        if (!mayHaveManifest)
        {
            return;
        }

        foreach (Type type in TypesOf(assembly))
        {
            bool isCatalog = type.GetCustomAttribute<GeneratedCodeAttribute>()?.Tool == Generator
                && type.GetFields(BindingFlags.Public | BindingFlags.Static).Any(static field => field.FieldType == typeof(FlagCatalog));
            if (isCatalog)
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
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

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }
}
