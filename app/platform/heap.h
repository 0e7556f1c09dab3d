// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** What a program that waits most of its life asks of the allocator. Does nothing where there is
 * only one way to allocate, or the system gives memory back by itself. */
namespace fairlead::platform {

/** One heap for all threads, and large pieces by themselves, so that they go back when they are
 * freed. Before the first thread. */
void keepHeapSmall();

/** Gives the system back what is free in the heap: after the start, or when a window has closed. */
void giveBackHeap();

} // namespace fairlead::platform
