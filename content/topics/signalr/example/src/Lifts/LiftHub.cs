using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Lifts;

// #region hub
public interface IScreen
{
    Task HallChanged(Hall hall);
    Task Notice(string text);
}

[Authorize]
public sealed class LiftHub(LiftStore store) : Hub<IScreen>
{
    public async Task<Hall?> Watch(string hall)
    {
        if (Context.User?.HasClaim("hall", hall) != true)
        {
            throw new HubException("You may not watch this hall.");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, hall, Context.ConnectionAborted);
        return store.Read(hall);
    }
}
// #endregion hub
