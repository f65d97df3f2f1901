namespace Aurum.FlagGen.Testing;

/// <summary>The checks of the contract; each failure is a sentence.</summary>
internal static class Expect
{
    public static void That(bool isKept, string broken)
    {
        if (!isKept)
        {
            throw new FlagStoreContractException(broken);
        }
    }

    public static void Equal<T>(T actual, T expected, string subject) =>
        That(EqualityComparer<T>.Default.Equals(actual, expected), $"{subject} was expected to be {expected}, but is {actual}.");

    /// <summary>Two definitions say the same, who wrote them and when aside.</summary>
    public static void Same(FeatureFlag? actual, FeatureFlag expected, string subject)
    {
        That(actual is not null, $"{subject} is missing.");
        Equal(Definition(actual!), Definition(expected), subject);
    }

    public static async Task<TException> ThrowsAsync<TException>(Func<ValueTask> act, string promise)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new FlagStoreContractException($"{promise}, but nothing was thrown.");
    }

    private static string Definition(FeatureFlag flag) => (flag with { Version = 0, CreatedAt = null, CreatedBy = null, UpdatedAt = null }).ToJson();
}
