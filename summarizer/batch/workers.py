"""The workers of a Dask cluster: those of a scheduler, or processes of our own."""

from __future__ import annotations

import concurrent.futures
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from summarizer.batch.shard import Shard, ShardDone, run_shard
from summarizer.errors import ConfigurationError, MissingExtraError, ProviderError

if TYPE_CHECKING:
    from distributed import Client

LOCAL: Final = "local"
"""The scheduler's name for processes on this machine, one a core; `local:4` for four."""
PATIENCE: Final = 60.0
"""Seconds in which the scheduler must answer and a worker must be there."""
_QUIET: Final = {"logging.distributed": "critical", "distributed.admin.system-monitor.disk": False}


@dataclass(frozen=True)
class Workers:
    """A connection to them."""

    client: Client
    threads: int
    """Shards that they do at a time."""

    async def do(self, shard: Shard) -> ShardDone:
        """Have one of them do a shard; another does it again if that one is lost.

        Raises:
            ProviderError: worker after worker was lost over it, or the scheduler was.
        """
        from distributed import KilledWorker

        future = self.client.submit(run_shard, shard, key=f"shard-{shard.name}", pure=False)
        try:
            done: ShardDone = await future
        except KilledWorker as error:
            raise ProviderError(
                "worker after worker was lost over one shard, the last at "
                f"{error.last_worker.address}",
                hint="see the workers' logs; what is done is kept, run it again to go on",
            ) from error
        except (OSError, concurrent.futures.CancelledError) as error:
            raise ProviderError(
                f"the scheduler was lost: {type(error).__name__}",
                hint="what is done is kept: run it again to go on",
            ) from error
        finally:
            future.release()  # type: ignore[no-untyped-call]  # annotated in part
        return done


@asynccontextmanager
async def connected(scheduler: str) -> AsyncIterator[Workers]:
    """The workers of a scheduler, or our own, which end with the context.

    Raises:
        MissingExtraError: Dask is not installed.
        ConfigurationError: this is no scheduler.
        ProviderError: it does not answer, or has no worker.
    """
    if find_spec("distributed") is None:
        raise MissingExtraError("--scheduler", "cluster")
    import dask

    async with AsyncExitStack() as stack:
        stack.enter_context(dask.config.set(_QUIET))
        from distributed import Client  # which sets up its log as it is imported

        processes = own_processes(scheduler)
        address = scheduler if processes is None else await _own(stack, processes)
        try:
            opened = Client(  # type: ignore[no-untyped-call]  # annotated in part
                address, asynchronous=True, timeout=PATIENCE, set_as_default=False
            )
            client = await stack.enter_async_context(opened)
            await client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError) as error:
            raise ProviderError(
                f"no scheduler with a worker answers at {address}",
                hint="start them: dask scheduler, and dask worker HOST:8786 --nthreads 1",
            ) from error
        except ValueError as error:
            raise ConfigurationError(
                f"{scheduler} is no scheduler", hint="give tcp://HOST:8786, or local"
            ) from error
        threads: dict[str, int] = await client.ncores()
        yield Workers(client, max(1, sum(threads.values())))


def own_processes(scheduler: str) -> int | None:
    """How many processes `local` or `local:4` means, 0 for one a core; None for an address.

    Raises:
        ConfigurationError: it is no number, or no address.
    """
    name, colon, count = scheduler.partition(":")
    if name == LOCAL and (not colon or (count.isdecimal() and int(count))):
        return int(count or 0)
    if name == LOCAL or "://" not in scheduler:
        raise ConfigurationError(
            f"{scheduler} is no scheduler", hint="give tcp://HOST:8786, local, or local:4"
        )
    return None


async def _own(stack: AsyncExitStack, processes: int) -> str:
    from distributed import LocalCluster

    opened = LocalCluster(  # type: ignore[no-untyped-call]  # annotated in part
        n_workers=processes or None,
        threads_per_worker=1,
        silence_logs=logging.CRITICAL,  # theirs; ours do not log
        preload=[f"{__package__}.deaf"],
        processes=True,
        dashboard_address=None,
        asynchronous=True,
    )
    cluster = await stack.enter_async_context(opened)
    return str(cluster.scheduler_address)
