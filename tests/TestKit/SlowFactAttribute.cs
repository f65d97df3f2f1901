using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.TestKit;

/// <summary>A test of more than about ten seconds, or one that needs the processor for itself: it runs where the variable FLAGGEN_SLOW is 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowFactAttribute : FactAttribute
{
    public SlowFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) => Skip = SlowTest.Skip;
}
