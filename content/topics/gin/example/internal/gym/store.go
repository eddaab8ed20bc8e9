// Package gym books climbing courses through an HTTP API.
package gym

import (
	"context"
	"errors"
	"sync"
)

var (
	// ErrNoCourse says that there is no such course.
	ErrNoCourse = errors.New("there is no such course")
	// ErrFull says that the course doesn't have enough places left.
	ErrFull = errors.New("the course is full")
)

// Course is a course with its size and the people who are booked.
type Course struct {
	ID     int    `json:"id"`
	Name   string `json:"name"`
	Size   int    `json:"size"`
	Booked int    `json:"booked"`
}

// Store keeps courses in memory.
type Store struct {
	mu      sync.Mutex
	courses map[int]Course
}

// NewStore returns a store with two courses.
func NewStore() *Store {
	return &Store{courses: map[int]Course{
		1: {ID: 1, Name: "Top rope", Size: 8},
		2: {ID: 2, Name: "Lead", Size: 4},
	}}
}

// Course returns a course, or ErrNoCourse.
func (s *Store) Course(_ context.Context, id int) (Course, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	course, ok := s.courses[id]
	if !ok {
		return Course{}, ErrNoCourse
	}
	return course, nil
}

// Book takes places in a course, or returns ErrNoCourse or ErrFull.
func (s *Store) Book(_ context.Context, id, people int) (Course, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	course, ok := s.courses[id]
	if !ok {
		return Course{}, ErrNoCourse
	}
	if course.Booked+people > course.Size {
		return Course{}, ErrFull
	}
	course.Booked += people
	s.courses[id] = course
	return course, nil
}

// Resize sets the size of a course, but never below what's booked.
func (s *Store) Resize(_ context.Context, id, size int) (Course, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	course, ok := s.courses[id]
	if !ok {
		return Course{}, ErrNoCourse
	}
	if size < course.Booked {
		return Course{}, ErrFull
	}
	course.Size = size
	s.courses[id] = course
	return course, nil
}
