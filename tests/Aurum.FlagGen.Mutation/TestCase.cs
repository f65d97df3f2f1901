using System.Reflection;

namespace Aurum.FlagGen.Mutation;

/// <summary>A test method with its arguments.</summary>
internal sealed class TestCase(MethodInfo method, object?[] arguments)
{
    public string Name => $"{method.DeclaringType!.Name}.{method.Name}";

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
            Await(method.Invoke(instance, arguments));
            return true;
        }
        catch (Exception exception)
        {
            return exception.GetBaseException().Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal);
        }
        finally
        {
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
