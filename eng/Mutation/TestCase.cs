using System.Globalization;
using System.Reflection;

namespace Aurum.FlagGen.Mutation;

/// <summary>A test method with its arguments.</summary>
/// <param name="method">The method.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="number">From 0: which of the method's cases it is.</param>
internal sealed class TestCase(MethodInfo method, object?[] arguments, int number)
{
    public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

    /// <summary>What it is known by from one process to the next.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{method.ReflectedType!.FullName}.{method.Name}({method.GetParameters().Length})#{number}");

    /// <summary>How long it took without a mutant.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The mutants that it comes by.</summary>
    public bool[] Hits { get; set; } = [];

    /// <summary>Runs it.</summary>
    /// <returns>Whether it passes; a test that is skipped does.</returns>
    public bool Passes()
    {
        object? instance = null;
        try
        {
            instance = method.IsStatic ? null : Activator.CreateInstance(method.ReflectedType!);
            Await(instance?.GetType().GetMethod("InitializeAsync", Type.EmptyTypes)?.Invoke(instance, null));
            Await(method.Invoke(instance, arguments));
            return true;
        }
        catch (Exception exception)
        {
            return exception.GetBaseException().Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal);
        }
        finally
        {
            Await(instance?.GetType().GetMethod("DisposeAsync", Type.EmptyTypes)?.Invoke(instance, null));
            (instance as IDisposable)?.Dispose();
        }
    }

    private static void Await(object? result)
    {
        Task? task = result switch
        {
            Task plain => plain,
            ValueTask value => value.AsTask(),
            _ => null,
        };
        task?.GetAwaiter().GetResult();
    }
}
