import asyncio

from scores.hub import Hub


def test_a_screen_that_does_not_read_is_dropped_and_others_go_on():
    async def main():
        hub = Hub(limit=2)
        with hub.screen() as slow, hub.screen() as fast:
            for goal in range(5):
                hub.publish(goal)
                assert await fast.get() == goal
            assert len(hub.queues) == 1
            assert [await slow.get() for _ in range(slow.qsize())] == [0, 1, None]
        assert hub.queues == set()

    asyncio.run(main())
