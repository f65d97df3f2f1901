using Aurum.FlagGen.Manifest.Checking;

namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>A manifest's text, read, and what its flags give by themselves.</summary>
internal sealed class ReadManifest
{
    private readonly ManifestReading _reading;

    /// <summary>The facts of each flag at its place; null for one whose shape is not sound by itself.</summary>
    private readonly FlagFacts?[] _facts;

    private ReadManifest(ManifestReading reading, FlagFacts?[] facts, List<FlagFacts> flags)
    {
        _reading = reading;
        _facts = facts;
        Flags = flags;
    }

    public ManifestShape Shape => _reading.Shape;

    /// <summary>The flags with a sound shape, in the order of the text.</summary>
    public IReadOnlyList<FlagFacts> Flags { get; }

    /// <summary>Whether another text can be read from this one.</summary>
    public bool CanGoOn => _reading.CanGoOn;

    /// <param name="text">The whole text.</param>
    /// <param name="last">What was read before, of which all is kept that is the same.</param>
    /// <param name="token">Stops the reading.</param>
    public static ReadManifest Read(string text, ReadManifest? last, CancellationToken token)
    {
        ManifestReading reading = last?._reading.ReadEdited(text, token) ?? ManifestReading.Read(text, token);
        FlagFacts?[] facts = new FlagFacts?[reading.Shape.Flags.Count];
        if (last is not null)
        {
            Array.Copy(last._facts, facts, reading.KeptBefore);
            Array.Copy(last._facts, last._facts.Length - reading.KeptAfter, facts, facts.Length - reading.KeptAfter, reading.KeptAfter);
        }

        List<FlagFacts> sound = new(facts.Length);
        for (int i = 0; i < facts.Length; i++)
        {
            token.ThrowIfCancellationRequested();
            FlagDraft flag = reading.Shape.Flags[i];
            if (flag.HasSoundShape && flag.AccessorPath.Count > 0)
            {
                // Those that stay have theirs, even while another flag has their name, so that a flag is asked only by the run that reads it.
                facts[i] ??= FlagFacts.Of(flag);
            }

            if (reading.Shape.IsSound(flag))
            {
                sound.Add(facts[i]!);
            }
        }

        return new ReadManifest(reading, facts, sound);
    }
}
