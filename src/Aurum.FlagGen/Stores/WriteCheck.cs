using System.Globalization;
using System.Text;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Stores;

/// <summary>Sees, before a store writes, that what it writes is what will be read: by the reader that will read it.</summary>
internal static class WriteCheck
{
    /// <summary>The longest definition, in characters of its JSON.</summary>
    public const int MaxDefinitionLength = 4 * 1024 * 1024;

    /// <summary>The longest key, those of scenarios included.</summary>
    public const int MaxKeyLength = 500;

    public const int MaxActorLength = 200;

    public const int MaxActionLength = 100;

    public const int MaxReasonLength = 10_000;

    /// <summary>Checks a definition.</summary>
    /// <param name="flag">The flag.</param>
    /// <returns>The flag's JSON, and the flag as it is read from it.</returns>
    /// <exception cref="ArgumentException">No reader could make the flag of its JSON, or it is too large.</exception>
    public static (string Json, FeatureFlag Flag) Definition(FeatureFlag flag)
    {
        Key(flag.Key);
        string json = Write(flag);
        if (json.Length > MaxDefinitionLength)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The flag '{flag.Key}' was not written: its definition has {json.Length:N0} characters as JSON, and at most {MaxDefinitionLength:N0} are allowed; shorten its lists or values."));
        }

        if (!FeatureFlag.TryParse(json, out FeatureFlag? read, out string? fault) || read.ToJson() != json)
        {
            throw new ArgumentException($"The flag '{flag.Key}' was not written, because it could not be read again. {fault ?? "What is read is not what is written."}");
        }

        return (json, read);
    }

    /// <summary>Checks the key of a flag that is written or deleted.</summary>
    /// <exception cref="ArgumentException">The key is empty or too long.</exception>
    public static void Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > MaxKeyLength)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The key '{Shorten(key)}' has {key.Length:N0} characters; give 1 to {MaxKeyLength}."), nameof(key));
        }
    }

    /// <summary>Checks the version that a writer expects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is negative.</exception>
    public static void Expectation(long expectedVersion) => ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);

    /// <summary>Checks who changes a flag, how and why.</summary>
    /// <returns>The change as it is to be kept: half of a surrogate pair, as cutting a name at a fixed length leaves it, becomes U+FFFD.</returns>
    /// <exception cref="ArgumentException">A text is too long.</exception>
    public static FlagChange Change(FlagChange change) => change with
    {
        Actor = Text(change.Actor, "actor", MaxActorLength),
        Action = Text(change.Action, "action", MaxActionLength),
        Reason = change.Reason is null ? null : Text(change.Reason, "reason", MaxReasonLength),
    };

    private static string Write(FeatureFlag flag)
    {
        try
        {
            return flag.ToJson();
        }
        catch (Exception exception) when (exception is NullReferenceException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            // Definitions are made by code, which may leave null where none can be, or give an enumeration a number that it has no word for.
            throw new ArgumentException($"The flag '{flag.Key}' was not written: a member of its definition is null, or of no value that it can have. {exception.Message}", exception);
        }
    }

    private static string Text(string? text, string what, int limit)
    {
        if (text is null || text.Length > limit)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {what} of a change, '{Shorten(text ?? "")}', has {text?.Length ?? 0:N0} characters; give at most {limit:N0}."));
        }

        // Encoding replaces each half of a pair, and nothing else.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
