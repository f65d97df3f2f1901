namespace Aurum.FlagGen;

/// <summary>A definition was not written because it is faulty; the exception carries every fault.</summary>
public sealed class FeatureFlagValidationException : FeatureFlagException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="key">The flag's key.</param>
    /// <param name="errors">Every fault.</param>
    public FeatureFlagValidationException(string key, IReadOnlyList<FeatureFlagError> errors)
        : base($"The flag '{key}' was not written. {string.Join(' ', (errors ?? []).Select(static error => $"{error.Code}{(error.Pointer.Length == 0 ? "" : $" at '{error.Pointer}'")}: {(error.Message.EndsWith('?') ? error.Message : error.Message.TrimEnd('.') + ".")}"))}")
    {
        Key = key;
        Errors = errors ?? [];
    }

    /// <summary>The flag's key.</summary>
    public string Key { get; }

    /// <summary>Every fault, in the order of the definition.</summary>
    public IReadOnlyList<FeatureFlagError> Errors { get; }
}
