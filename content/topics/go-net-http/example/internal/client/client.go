// Package client calls the API of the office.
package client

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"example.com/lostfound/internal/office"
)

// #region client

// Client calls the office at BaseURL. HTTP must have a Timeout.
type Client struct {
	BaseURL string
	HTTP    *http.Client
}

// Get returns an item.
func (c *Client) Get(ctx context.Context, id int) (office.Item, error) {
	var item office.Item
	url := fmt.Sprintf("%s/items/%d", c.BaseURL, id)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return item, err
	}
	res, err := c.HTTP.Do(req)
	if err != nil {
		return item, err
	}
	defer res.Body.Close()
	data, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	if err != nil {
		return item, fmt.Errorf("get %s: %w", url, err)
	}
	if res.StatusCode != http.StatusOK {
		return item, fmt.Errorf("get %s: status %d", url, res.StatusCode)
	}
	if err := json.Unmarshal(data, &item); err != nil {
		return item, fmt.Errorf("get %s: %w", url, err)
	}
	return item, nil
}

// #endregion client
